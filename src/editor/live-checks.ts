import { type Disposable, RelativePattern, type TextDocument, Uri, workspace } from "vscode";
import { gradeFiles } from "../core/grade";
import { readSubmission } from "../folder/read-submission";
import { relativePath } from "./relative-path";
import { fingerprint } from "./store/fingerprint";
import { folderFindings } from "./store/folder-findings";
import { isRelevantPath } from "./store/relevant-path";
import type { ReportStore } from "./store/report-store";
import { unsavedText } from "./unsaved-text";

/** How long a learner must pause before their text is looked at, in milliseconds. */
const PAUSE_MS = 250;

interface Followed {
  readonly watcher: Disposable;
  /** the files whose text the latest look has read */
  read: ReadonlySet<string>;
  looks: number;
  pause?: NodeJS.Timeout;
}

/** Keeps the static results of every challenge folder up to date with the text as the editor shows it, saved or not. */
export class LiveChecks implements Disposable {
  private readonly followed = new Map<string, Followed>();
  private readonly listeners = [
    workspace.onDidChangeTextDocument((event) => this.noteDocument(event.document)),
    workspace.onDidCloseTextDocument((document) => this.noteDocument(document)),
  ];

  constructor(private readonly store: ReportStore) {}

  /** Begins to follow a folder, and looks at it at once. */
  async follow(folder: string): Promise<void> {
    if (!this.followed.has(folder)) {
      this.followed.set(folder, { watcher: this.watch(folder), read: new Set(), looks: 0 });
    }
    await this.refresh(folder);
  }

  leave(folder: string): void {
    const followed = this.followed.get(folder);
    clearTimeout(followed?.pause);
    followed?.watcher.dispose();
    this.followed.delete(folder);
  }

  /** Looks at the folder's text now. Of two looks that overlap, the one that began later counts. */
  async refresh(folder: string): Promise<void> {
    const followed = this.followed.get(folder);
    if (!followed) return;
    clearTimeout(followed.pause);
    const look = ++followed.looks;
    const submission = await readSubmission(folder, unsavedText(folder));
    if (look !== followed.looks) return;
    followed.read = new Set(submission.files.keys());
    const results = gradeFiles(submission);
    const findings = folderFindings(submission);
    this.store.update(folder, (state) => {
      const text = fingerprint(submission, state.otherChanges);
      return text === state.live.fingerprint ? state : { ...state, live: { results, findings, fingerprint: text } };
    });
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    for (const folder of [...this.followed.keys()]) this.leave(folder);
  }

  private watch(folder: string): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), "**/*"));
    const note = (uri: Uri): void => this.noteFile(folder, uri);
    watcher.onDidCreate(note);
    watcher.onDidChange(note);
    watcher.onDidDelete(note);
    return watcher;
  }

  private noteFile(folder: string, uri: Uri): void {
    const file = relativePath(folder, uri.fsPath);
    if (file === undefined || !isRelevantPath(file)) return;
    if (!this.followed.get(folder)?.read.has(file)) {
      this.store.update(folder, (state) => ({ ...state, otherChanges: state.otherChanges + 1 }));
    }
    this.refreshSoon(folder);
  }

  private noteDocument(document: TextDocument): void {
    if (document.uri.scheme !== "file") return;
    for (const folder of this.followed.keys()) {
      const file = relativePath(folder, document.uri.fsPath);
      if (file !== undefined && isRelevantPath(file)) this.refreshSoon(folder);
    }
  }

  private refreshSoon(folder: string): void {
    const followed = this.followed.get(folder);
    if (!followed) return;
    clearTimeout(followed.pause);
    // A folder that vanishes in the meantime is taken off by ChallengeFolders; there is nothing to show for it.
    followed.pause = setTimeout(() => void this.refresh(folder).catch(() => undefined), PAUSE_MS);
  }
}
