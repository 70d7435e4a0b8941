import { ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from "vscode";
import { logSourceOf } from "../log-document";
import { scoreText } from "../score-text";
import { shownScore } from "../store/shown-score";
import type { BuildChecksNode, CheckNode, ChecksNode, FolderNode, HelpNode, PartNode, StepNode } from "./checks-node";
import { stateIcon } from "./state-icon";
import { tooltip } from "./tooltip";
import * as words from "./words";

/** A node as VS Code draws it. */
export function treeItem(node: ChecksNode): TreeItem {
  switch (node.kind) {
    case "folder":
      return folderItem(node);
    case "step":
      return stepItem(node);
    case "check":
      return checkItem(node);
    case "part":
      return partItem(node);
    case "help":
      return helpItem(node);
    case "build-checks":
      return buildChecksItem(node);
  }
}

function folderItem({ folder, state }: FolderNode): TreeItem {
  const item = new TreeItem(state.name, TreeItemCollapsibleState.Expanded);
  const score = shownScore(state);
  item.id = folder;
  item.iconPath = ThemeIcon.Folder;
  item.contextValue = state.run ? "folder.running" : "folder";
  item.description = state.run ? l10n.t("checking …") : score ? scoreText(score) : l10n.t("not run yet");
  item.tooltip = folder;
  return item;
}

function stepItem(node: StepNode): TreeItem {
  const { step, folder, open } = node;
  const item = new TreeItem(`${step.number}. ${step.title}`, collapsible(open));
  item.id = `${folder}#${step.number}${openMark(open)}`;
  item.description = words.stepDescription(node);
  item.contextValue = "step";
  item.accessibilityInformation = { label: words.stepSentence(node) };
  return item;
}

function checkItem(node: CheckNode): TreeItem {
  const { folder, check, activity, open, help } = node;
  const { course, result, state } = check;
  const folds = course.parts !== undefined || help.length > 0;
  const item = new TreeItem(course.title, folds ? collapsible(open || help.length > 0) : TreeItemCollapsibleState.None);
  item.id = `${folder}#${course.id}${folds ? openMark(open || help.length > 0) : ""}`;
  item.description = words.checkDescription(check, activity);
  item.iconPath = stateIcon(state);
  const notes = [check.edited && edited(), node.suppressed && suppressed()].filter(Boolean).join("\n");
  item.tooltip = tooltip(course.title, result ?? notRun(), notes);
  item.contextValue = [
    "check",
    state === "running" ? "running" : "idle",
    logSourceOf(course.id) ? "log" : "quiet",
    node.missing ? "creates" : "changes",
  ].join(".");
  item.command = { command: "dockerizeCoach.openCheck", title: l10n.t("Show in File"), arguments: [node] };
  const spoken = [words.checkSentence(check), node.suppressed && suppressed()];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(" ") };
  return item;
}

function partItem(node: PartNode): TreeItem {
  const { folder, check, part } = node;
  const item = new TreeItem(part.title);
  item.id = `${folder}#${check.course.id}/${part.id}`;
  item.description = words.partDescription(node);
  item.iconPath = stateIcon(words.partState(node));
  item.tooltip = tooltip(part.title, "status" in part ? part : notRun());
  item.contextValue = "part";
  item.command = { command: "dockerizeCoach.openCheck", title: l10n.t("Show in File"), arguments: [node] };
  item.accessibilityInformation = { label: words.partSentence(node) };
  return item;
}

/** Quiet: it stands there, and nothing pops up. */
function helpItem({ folder, check, help }: HelpNode): TreeItem {
  const isCard = help.kind === "card";
  const label = isCard ? l10n.t("This may help: {0}", help.title) : l10n.t("A hint is waiting");
  const item = new TreeItem(label);
  item.id = `${folder}#${check.course.id}!${isCard ? help.id : "hint"}`;
  item.iconPath = new ThemeIcon(isCard ? "tools" : "lightbulb");
  item.tooltip = tooltip(
    label,
    isCard ? { observed: help.line } : { next: l10n.t("Nothing is costing you points here. The next hint may help.") },
  );
  item.contextValue = `help.${help.kind}`;
  item.command = isCard
    ? { command: "dockerizeCoach.troubleshoot", title: label, arguments: [help.id, help.line] }
    : { command: "dockerizeCoach.showHint", title: label, arguments: [check.course.id] };
  item.accessibilityInformation = { label: isCard ? label : l10n.t("{0}: a hint is waiting", check.course.title) };
  return item;
}

function buildChecksItem(node: BuildChecksNode): TreeItem {
  const { folder, found } = node;
  const item = new TreeItem(words.buildChecksTitle());
  item.id = `${folder}#build-checks`;
  item.description = words.buildChecksDescription(node);
  item.iconPath = stateIcon(found === undefined ? "not-run" : found === 0 ? "passed" : "partial");
  item.tooltip = tooltip(words.buildChecksTitle(), aboutBuildChecks(), node.edited ? edited() : undefined);
  item.contextValue = "build-checks";
  item.command = {
    command: "dockerizeCoach.buildChecks",
    title: l10n.t("Run Docker's Build Checks"),
    arguments: [{ folder }],
  };
  item.accessibilityInformation = { label: words.buildChecksSentence(node) };
  return item;
}

function collapsible(open: boolean): TreeItemCollapsibleState {
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** VS Code keeps an item's fold by its id: an item that is to be opened or closed anew must have a new one. */
function openMark(open: boolean): string {
  return open ? "+" : "-";
}

const aboutBuildChecks = () => ({
  why: l10n.t(
    "Docker reads the Dockerfile and says what it would do otherwise. Nothing is built, and there are no points for it.",
  ),
});
const notRun = () => ({ next: l10n.t("Run the checks to see where you stand.") });
const suppressed = () =>
  l10n.t("Suppressed in the file, still graded: a comment there switches off what the coach says about it.");
const edited = () =>
  l10n.t("A file has been edited since this was checked. Run the checks again to see whether it still holds.");
