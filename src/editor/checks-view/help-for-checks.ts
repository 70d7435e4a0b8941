import { Disposable, EventEmitter } from "vscode";
import { CHECK_IDS } from "../../core/checks/check-id";
import { type Card, cardForCheck } from "../../core/content/card";
import { offersHint } from "../../core/progress/open-hint";
import type { CourseFiles } from "../../folder/content/course-files";
import type { ProgressStore } from "../course/progress-store";
import { logSourceOf } from "../log-document";
import type { RunLog } from "../run-log";
import type { ReportStore } from "../store/report-store";
import type { ShownCheck } from "../store/shown-checks";
import type { CheckHelp } from "./checks-node";

/** The last lines of an output that are looked at; what ended it stands at its end. */
const LAST_LINES = 300;

/**
 * What may help with a check that does not pass: the card for what engine, build or container printed, and after several failed runs
 * the next hint. The cards are read when the first check fails in a run, not at start.
 */
export class HelpForChecks implements Disposable {
  private cards: readonly Card[] | undefined;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly listeners: Disposable;
  /** the checks of each folder that a hint waits for */
  private readonly hinted = new Map<string, string>();

  constructor(
    private readonly reports: ReportStore,
    private readonly progress: ProgressStore,
    private readonly log: RunLog,
    private readonly files: CourseFiles,
  ) {
    this.listeners = Disposable.from(
      reports.onDidChange(() => void this.readCards()),
      progress.onDidChange((folder) => this.noteHints(folder)),
    );
  }

  of(folder: string, check: ShownCheck): readonly CheckHelp[] {
    if (!["failed", "partial", "errored"].includes(check.state)) return [];
    const card = this.cardOf(folder, check);
    const progress = this.progress.get(folder);
    const hint = progress !== undefined && offersHint(progress, check.course.id);
    return [...(card ? [card] : []), ...(hint ? [{ kind: "hint" } as const] : [])];
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
  }

  /** The tree is drawn again only where a hint has come or gone: a redraw takes away what the pointer rests on. */
  private noteHints(folder: string): void {
    const progress = this.progress.get(folder);
    const hinted = progress ? CHECK_IDS.filter((id) => offersHint(progress, id)).join() : "";
    if (hinted === (this.hinted.get(folder) ?? "")) return;
    this.hinted.set(folder, hinted);
    this.changed.fire();
  }

  private cardOf(folder: string, { course, result, edited }: ShownCheck): CheckHelp | undefined {
    const graded = this.reports.get(folder)?.report?.checks.some((one) => one === result) ?? false;
    // what a run printed says nothing about a text that has changed since, or about what the files alone decide
    if (!graded || edited || !this.cards) return undefined;
    const source = logSourceOf(course.id);
    const printed = source ? this.log.textOf(folder, source).split("\n").slice(-LAST_LINES) : [];
    const found = cardForCheck(this.cards, course.id, [...(result?.observed ?? "").split("\n"), ...printed]);
    if (!found) return undefined;
    const { card, line } = found;
    return { kind: "card", id: card.id, title: card.title, ...(line !== undefined && { line: line.trim() }) };
  }

  private async readCards(): Promise<void> {
    if (this.cards || !this.reports.folders.some((folder) => this.reports.get(folder)?.report)) return;
    this.cards = [];
    this.cards = await this.files.cards();
    this.changed.fire();
  }
}
