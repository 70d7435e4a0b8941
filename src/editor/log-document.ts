import { Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace, l10n } from "vscode";
import type { CheckId } from "../core/checks/check-id";
import type { LogSource } from "../docker/engine-context";
import type { RunLog } from "./run-log";

const SCHEME = "dockerize-coach-log";

/** What prints the log of a check that the engine decides; the others have none. */
const SOURCES: Partial<Record<CheckId, LogSource>> = {
  "image-builds": "build",
  "image-size": "build",
  "container-healthy": "container",
  "non-root-user": "container",
  healthcheck: "container",
  compose: "compose",
};

/** The source whose log belongs to a check, or undefined for a check of the files alone. */
export function logSourceOf(id: CheckId): LogSource | undefined {
  return SOURCES[id];
}

/** The address of the read-only document with the log of one source of a folder's last run. */
export function logUri(folder: string, source: LogSource): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${source}.log`, query: folder });
}

/** Serves those documents and keeps open ones up to date. */
export function registerLogDocuments(log: RunLog): Disposable {
  const changed = new EventEmitter<Uri>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => {
      const source = uri.path.slice(1).replace(/\.log$/, "") as LogSource;
      return (
        log.textOf(uri.query, source) ||
        l10n.t("Nothing has been printed yet. Run the checks to see what this one does.")
      );
    },
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, provider),
    log.onDidChange(({ folder, source }) => changed.fire(logUri(folder, source))),
  );
}
