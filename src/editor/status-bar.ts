import { Disposable, StatusBarAlignment, type StatusBarItem, ThemeColor, window, l10n } from "vscode";
import { CHECKS_VIEW } from "./checks-view/checks-tree";
import type { LastFolder } from "./last-folder";
import { scoreSentence, scoreText } from "./score-text";
import type { FolderState } from "./store/folder-state";
import type { ReportStore } from "./store/report-store";
import { shownScore } from "./store/shown-score";

/** The score of the folder that the learner is in, or was in last; hidden where there is no challenge. */
export function registerStatusBar(store: ReportStore, last: LastFolder): Disposable {
  const item = window.createStatusBarItem("dockerizeCoach.score", StatusBarAlignment.Left, 50);
  item.name = l10n.t("Dockerize Coach Score");
  item.command = `${CHECKS_VIEW}.focus`;
  const update = (): void => {
    const folder = last.path;
    const state = folder === undefined ? undefined : store.get(folder);
    if (!state) return item.hide();
    draw(item, state, store);
    item.show();
  };
  update();
  return Disposable.from(item, store.onDidChange(update), last.onDidChange(update));
}

function draw(item: StatusBarItem, state: FolderState, store: ReportStore): void {
  const { icon, text, sentence, fault } = words(state, store);
  const named = store.folders.length > 1 ? `${state.name}: ${sentence}` : sentence;
  item.text = ["$(" + icon + ")", "Dockerize Coach", text].filter(Boolean).join(" ");
  item.tooltip = named;
  item.accessibilityInformation = { label: `Dockerize Coach. ${named}` };
  item.backgroundColor = fault ? new ThemeColor("statusBarItem.errorBackground") : undefined;
}

interface Words {
  readonly icon: string;
  readonly text?: string;
  readonly sentence: string;
  /** nothing can be run until the learner has done something about it */
  readonly fault?: boolean;
}

function words(state: FolderState, store: ReportStore): Words {
  if (state.run) return { icon: "sync~spin", sentence: l10n.t("The checks are running.") };
  const score = shownScore(state);
  const text = score && scoreText(score);
  const said = score ? scoreSentence(score) : l10n.t("The checks have not been run yet.");
  if (store.engine?.status === "unreachable") {
    return { icon: "error", ...(text && { text }), sentence: `${store.engine.detail} ${said}`, fault: true };
  }
  return { icon: "checklist", ...(text && { text }), sentence: said };
}
