import { type Disposable, RelativePattern, type WorkspaceFolder, workspace } from "vscode";
import { isChallenge } from "../folder/is-challenge";
import type { LiveChecks } from "./live-checks";
import type { ReportStore } from "./store/report-store";

/** The files by which a folder is known to be the challenge. */
const MARKS = "{challenge.json,requirements.txt,src/app.py}";

/** Keeps the store's folders the same as the window's challenge folders, also when a challenge begins in an open one. */
export class ChallengeFolders implements Disposable {
  private readonly watchers = new Map<string, Disposable>();
  private readonly listener = workspace.onDidChangeWorkspaceFolders(() => this.look());

  constructor(
    private readonly store: ReportStore,
    private readonly live: LiveChecks,
  ) {}

  /** Looks through the window's folders now. */
  async look(): Promise<void> {
    const open = (workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === "file");
    const paths = new Set(open.map((folder) => folder.uri.fsPath));
    for (const gone of [...this.watchers.keys()].filter((folder) => !paths.has(folder))) this.leave(gone);
    await Promise.all(open.map((folder) => this.lookAt(folder)));
  }

  dispose(): void {
    this.listener.dispose();
    for (const watcher of this.watchers.values()) watcher.dispose();
  }

  private async lookAt(folder: WorkspaceFolder): Promise<void> {
    const path = folder.uri.fsPath;
    if (!this.watchers.has(path)) this.watchers.set(path, this.watch(folder));
    if (await isChallenge(path)) {
      this.store.add(path, folder.name, folder.index);
      await this.live.follow(path);
    } else {
      this.live.leave(path);
      this.store.remove(path);
    }
  }

  private watch(folder: WorkspaceFolder): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, MARKS));
    const look = (): void => void this.lookAt(folder);
    watcher.onDidCreate(look);
    watcher.onDidChange(look);
    watcher.onDidDelete(look);
    return watcher;
  }

  private leave(folder: string): void {
    this.watchers.get(folder)?.dispose();
    this.watchers.delete(folder);
    this.live.leave(folder);
    this.store.remove(folder);
  }
}
