import { Disposable, EventEmitter, window } from "vscode";
import { currentFolder } from "./current-folder";
import type { ReportStore } from "./store/report-store";

/**
 * The challenge folder that the learner is in, or was in last: pages and questions are no files, so what is done there counts for
 * the folder whose file was in front before. At first it is the window's first folder.
 */
export class LastFolder implements Disposable {
  private folder: string | undefined;
  private readonly changed = new EventEmitter<void>();
  /** fires when it is another one */
  readonly onDidChange = this.changed.event;
  private readonly listeners: Disposable;

  constructor(private readonly store: ReportStore) {
    this.look();
    this.listeners = Disposable.from(
      store.onDidChange(() => this.look()),
      window.onDidChangeActiveTextEditor(() => this.look()),
    );
  }

  /** Its path; undefined where no challenge is open. */
  get path(): string | undefined {
    return this.folder;
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
  }

  private look(): void {
    const kept = this.folder !== undefined && this.store.get(this.folder) ? this.folder : this.store.folders[0];
    const now = currentFolder(this.store) ?? kept;
    if (now === this.folder) return;
    this.folder = now;
    this.changed.fire();
  }
}
