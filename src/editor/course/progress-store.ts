import { type Disposable, EventEmitter, l10n, Uri, window } from "vscode";
import type { Progress } from "../../core/progress/progress";
import { recordChecks } from "../../core/progress/record-checks";
import type { CheckResult } from "../../core/report";
import {
  folderProgressFile,
  type ProgressPlace,
  type ReadProgress,
  readProgress,
  removeFolderProgress,
  writeProgress,
} from "../../folder/progress-file";
import type { ReportStore } from "../store/report-store";
import { shownChecks } from "../store/shown-checks";

interface Held {
  /** what happens to a folder's progress, one thing after another */
  queue: Promise<void>;
  current?: ReadProgress;
  /** the results that have been noted: the last run's, and those that views show */
  noted: ReadonlySet<CheckResult>;
}

/**
 * The progress of every challenge folder of the window, in step with the report store: what passes is noted, what fails again
 * goes back. Each change is made on what the file says at that moment, because another window may have the same folder.
 */
export class ProgressStore implements Disposable {
  private readonly held = new Map<string, Held>();
  private readonly changed = new EventEmitter<string>();
  /** fires with the folder whose progress has changed or been read */
  readonly onDidChange = this.changed.event;
  private readonly listener: Disposable;

  /** @param storage the editor's own folder for this extension's files */
  constructor(
    private readonly storage: string,
    private readonly reports: ReportStore,
  ) {
    this.listener = reports.onDidChange(() => this.follow());
  }

  /** What is known of a folder's progress; undefined until its file has been read. */
  get(folder: string): Progress | undefined {
    return this.held.get(folder)?.current?.progress;
  }

  /** The file that holds it. */
  fileOf(folder: string): string | undefined {
    return this.held.get(folder)?.current?.file;
  }

  /** The progress once it has been read, for whoever needs it now. */
  async read(folder: string): Promise<Progress | undefined> {
    await this.hold(folder).queue;
    return this.get(folder);
  }

  /** Replaces a folder's progress by what `change` makes of it, and writes it. A fault of the disk is told, and loses nothing else. */
  change(folder: string, change: (progress: Progress) => Progress): Promise<void> {
    return this.enqueue(folder, async (held) => {
      const read = await this.readAgain(folder, held);
      const next = change(read.progress);
      if (next === read.progress) return;
      const updated = { ...next, updated: new Date().toISOString() };
      held.current = { file: read.file, progress: updated };
      await writeProgress(read.file, updated);
    });
  }

  /** From now on the progress is kept in the folder, or no longer: see PROGRESS_IN_FOLDER. */
  async move(folder: string, where: "folder" | "storage"): Promise<void> {
    await this.enqueue(folder, async (held) => {
      const place = this.place(folder);
      const { progress, file } = await this.readAgain(folder, held);
      const { folder: _, ...rest } = progress;
      if (where === "folder") {
        await writeProgress(folderProgressFile(place), rest);
      } else if (file === folderProgressFile(place)) {
        await removeFolderProgress(place);
        const stored = await readProgress(place, Date.now());
        await writeProgress(stored.file, { ...rest, folder });
      }
      held.current = await readProgress(place, Date.now());
    });
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  /** Resolves when everything that was noted has been written. */
  async settled(): Promise<void> {
    await Promise.all([...this.held.values()].map(({ queue }) => queue));
  }

  private follow(): void {
    for (const gone of [...this.held.keys()].filter((folder) => !this.reports.get(folder))) this.held.delete(gone);
    for (const folder of this.reports.folders) this.note(folder);
  }

  private note(folder: string): void {
    const held = this.hold(folder);
    const state = this.reports.get(folder);
    if (!state || state.run) return;
    const now = new Date().toISOString();
    const fresh = (state.report?.checks ?? []).filter((result) => !held.noted.has(result));
    const shown = shownChecks(state).flatMap(({ result, edited }) => (result && !edited ? [result] : []));
    const noted = new Set([...(state.report?.checks ?? []), ...shown]);
    if (noted.size === held.noted.size && [...noted].every((result) => held.noted.has(result))) return;
    held.noted = noted;
    void this.change(folder, (progress) => {
      const withRun = recordChecks(progress, fresh, { isRun: true, now });
      return recordChecks(withRun, shown, { isRun: false, now });
    });
  }

  private hold(folder: string): Held {
    const known = this.held.get(folder);
    if (known) return known;
    const held: Held = { queue: Promise.resolve(), noted: new Set() };
    this.held.set(folder, held);
    void this.enqueue(folder, async () => void (await this.readAgain(folder, held)));
    return held;
  }

  private enqueue(folder: string, work: (held: Held) => Promise<void>): Promise<void> {
    const held = this.hold(folder);
    const before = held.current?.progress;
    held.queue = held.queue
      .then(() => work(held))
      .catch((error: unknown) => tellFault(error))
      .then(() => {
        if (held.current?.progress !== before) this.changed.fire(folder);
      });
    return held.queue;
  }

  private async readAgain(folder: string, held: Held): Promise<ReadProgress> {
    const read = await readProgress(this.place(folder), Date.now());
    if (read.setAside) void tellSetAside(read.setAside);
    // what says the same stays the same object: nobody has to redraw for it
    const known = held.current?.progress;
    const same = known !== undefined && JSON.stringify(known) === JSON.stringify(read.progress);
    held.current = same ? { ...read, progress: known } : read;
    return held.current;
  }

  private place(folder: string): ProgressPlace {
    return { folder, storage: this.storage };
  }
}

async function tellSetAside({ problem, file }: { readonly problem: string; readonly file: string }): Promise<void> {
  const open = l10n.t("Open That File");
  const chosen = await window.showWarningMessage(
    l10n.t(
      "The progress file could not be used: {0}. It has been set aside unchanged, and a new one is begun. Run the checks to fill it.",
      problem,
    ),
    open,
  );
  if (chosen === open) await window.showTextDocument(Uri.file(file));
}

async function tellFault(error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error);
  await window.showErrorMessage(
    l10n.t(
      "Your progress could not be saved: {0} Your work itself is not touched. Free some disk space or check the permissions, then go on.",
      detail,
    ),
  );
}
