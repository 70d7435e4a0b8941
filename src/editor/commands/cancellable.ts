import { ProgressLocation, window } from "vscode";
import { CHECKS_VIEW } from "../checks-view/checks-tree";

/** Work that takes longer than this is worth a notification, in milliseconds. */
const LONG_MS = 2_000;

interface Work {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

const underWay = new Set<Work>();

/** Stops all work that can be cancelled, and resolves once what it has made is removed: VS Code closes. */
export async function stopAllWork(): Promise<void> {
  const works = [...underWay];
  for (const { abort } of works) abort.abort();
  await Promise.all(works.map(({ ended }) => ended));
}

/**
 * Shows in the view that something is being done, and where it takes long, in a notification with a way to stop it. Settles
 * as the work does.
 */
export async function cancellable<Result>(
  title: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const abort = new AbortController();
  const result = work(abort.signal);
  const ended = result.then(
    () => undefined,
    () => undefined,
  );
  const begun = { abort, ended };
  underWay.add(begun);
  void ended.then(() => underWay.delete(begun));
  void window.withProgress({ location: { viewId: CHECKS_VIEW } }, () => ended);
  const timer = setTimeout(() => {
    void window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, cancelled) => {
      cancelled.onCancellationRequested(() => abort.abort());
      return ended;
    });
  }, LONG_MS);
  return result.finally(() => clearTimeout(timer));
}
