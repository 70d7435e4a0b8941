import { commands, Disposable, window } from "vscode";
import { factKey, type Fact } from "../../core/content/page";
import { factsReached } from "../../core/progress/facts";
import type { LastFolder } from "../last-folder";
import type { CourseWalkthrough } from "./course-walkthroughs";
import type { ProgressStore } from "./progress-store";

/**
 * Tells VS Code what has been reached in this window, as context keys: walkthrough pages are ticked by them, and which
 * walkthroughs are listed depends on them. They come from this folder's progress and from no other's.
 */
export class CourseKeys implements Disposable {
  private shown: ReadonlySet<Fact> = new Set();
  private step = -1;
  /** a step that was asked for is listed, reached or not */
  private asked = 0;
  private readonly listeners: Disposable;

  constructor(
    private readonly last: LastFolder,
    private readonly progress: ProgressStore,
    private readonly walkthroughs: readonly CourseWalkthrough[],
  ) {
    this.listeners = Disposable.from(
      progress.onDidChange(() => this.update()),
      last.onDidChange(() => this.update()),
      // A tab without an input that extensions know is, among others, the one of Welcome and its walkthroughs.
      window.tabGroups.onDidChangeTabs(
        ({ opened }) => opened.some(({ input }) => input === undefined) && this.tellAgain(),
      ),
    );
    this.update();
  }

  /** Lists a step's walkthrough from now on. */
  async list(step: number): Promise<void> {
    this.asked = Math.max(this.asked, step);
    await this.tellStep();
  }

  /**
   * Takes the keys away and gives them again: VS Code 1.139 ticks a page only when its key changes while the walkthrough is
   * registered, and one that was true before would never tick it.
   */
  tellAgain(): void {
    for (const fact of this.shown) setKey(factKey(fact), false);
    for (const fact of this.shown) setKey(factKey(fact), true);
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private update(): void {
    const folder = this.last.path;
    const progress = folder === undefined ? undefined : this.progress.get(folder);
    const reached = progress ? factsReached(progress) : new Set<Fact>();
    for (const fact of this.shown) if (!reached.has(fact)) setKey(factKey(fact), false);
    for (const fact of reached) if (!this.shown.has(fact)) setKey(factKey(fact), true);
    this.shown = reached;
    void this.tellStep();
  }

  /** The steps that are listed: those that something has been reached in, and the one after them. */
  private async tellStep(): Promise<void> {
    const begun = this.walkthroughs.filter(({ pages }) =>
      pages.some(({ facts }) => facts.some((fact) => this.shown.has(fact))),
    );
    const step = Math.max(this.asked, ...begun.map((one) => one.step + 1), 0);
    if (step === this.step) return;
    this.step = step;
    await commands.executeCommand("setContext", "dockerizeCoach.step", step);
  }
}

function setKey(key: string, value: boolean): void {
  void commands.executeCommand("setContext", key, value);
}
