import { commands, Disposable, workspace } from "vscode";
import type { UnreachableReason } from "../core/report";
import type { ReportStore } from "./store/report-store";

/** What stands between the learner and a run; package.json has a text for each. */
type Blocked = "untrusted" | UnreachableReason;

/** Keeps the context keys that `when` clauses in package.json ask for the same as the store. */
export function registerContextKeys(store: ReportStore): Disposable {
  const shown = new Map<string, unknown>();
  const set = (key: string, value: unknown): void => {
    if (shown.get(key) === value) return;
    shown.set(key, value);
    void commands.executeCommand("setContext", `dockerizeCoach.${key}`, value);
  };
  const update = (): void => {
    set("inChallenge", store.folders.length > 0);
    set(
      "running",
      store.folders.some((folder) => store.get(folder)?.run !== undefined),
    );
    set("blocked", blocked(store) ?? "");
    set("active", true);
  };
  update();
  return Disposable.from(store.onDidChange(update), workspace.onDidGrantWorkspaceTrust(update));
}

function blocked(store: ReportStore): Blocked | undefined {
  if (store.folders.length === 0) return undefined;
  if (!workspace.isTrusted) return "untrusted";
  return store.engine?.status === "unreachable" ? store.engine.reason : undefined;
}
