import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { COURSE } from "../../core/course";
import { tooltip } from "../checks-view/tooltip";
import { questionLabel } from "../course/page-buttons";
import type { CoursePage } from "../course/course-walkthroughs";
import type {
  CourseNode,
  DueNode,
  DueQuestionNode,
  FactNode,
  GroupNode,
  LinkNode,
  PageNode,
  StepNode,
} from "./course-node";

const PASS = new ThemeIcon("pass");
const OPEN = new ThemeIcon("circle-large-outline");

/** A node of the Course tree as VS Code draws it. */
export function courseItem(node: CourseNode): TreeItem {
  switch (node.kind) {
    case "step":
      return stepItem(node);
    case "page":
      return pageItem(node);
    case "fact":
      return factItem(node);
    case "due":
      return dueItem(node);
    case "due-question":
      return dueQuestionItem(node);
    case "group":
      return groupItem(node);
    case "link":
      return linkItem(node);
  }
}

function stepItem({ folder, step, title, pages, done, open }: StepNode): TreeItem {
  // the number first, as in the Checks view: the word “Step” would push the rest out of a narrow side bar
  const item = new TreeItem(
    `${step}. ${title.replace(/^[^:]+: /, "")}`,
    open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${folder}#course-${step}${open ? "+" : "-"}`;
  item.description = `${done}/${pages.length}`;
  item.iconPath = done === pages.length ? PASS : OPEN;
  item.contextValue = COURSE.steps.find(({ number }) => number === step)?.file ? "step.file" : "step";
  item.accessibilityInformation = { label: l10n.t("{0}: {1} of {2} pages done", title, done, pages.length) };
  return item;
}

function pageItem({ folder, page, facts, done }: PageNode): TreeItem {
  const item = new TreeItem(page.title, TreeItemCollapsibleState.Collapsed);
  item.id = `${folder}#page-${page.name}`;
  item.iconPath = done ? PASS : OPEN;
  item.contextValue = "page";
  item.command = {
    command: "dockerizeCoach.openStep",
    title: l10n.t("Open the Page"),
    arguments: [page.step, page.name],
  };
  const open = facts.filter(({ reached }) => !reached).length;
  item.accessibilityInformation = {
    label: done ? l10n.t("{0}: done", page.title) : l10n.t("{0}: still to do: {1}", page.title, open),
  };
  return item;
}

function factItem({ folder, fact, page, reached, observed }: FactNode): TreeItem {
  const { label, command, kind } = factParts(fact, page);
  const item = new TreeItem(label);
  const id = fact.slice(fact.indexOf(".") + 1);
  item.id = `${folder}#fact-${fact}`;
  item.iconPath = reached ? PASS : OPEN;
  item.description = kind;
  if (observed) item.tooltip = tooltip(label, { observed });
  item.contextValue = `fact.${fact.slice(0, fact.indexOf("."))}`;
  item.command = { command, title: label, arguments: [id] };
  item.accessibilityInformation = { label: `${kind}: ${label}, ${reached ? l10n.t("done") : l10n.t("to do")}` };
  return item;
}

function factParts(
  fact: string,
  page: CoursePage,
): { readonly label: string; readonly command: string; readonly kind: string } {
  const [kind, id = ""] = [fact.slice(0, fact.indexOf(".")), fact.slice(fact.indexOf(".") + 1)];
  switch (kind) {
    case "answered":
      return {
        label: questionLabel(page, id) ?? l10n.t("Answer"),
        command: "dockerizeCoach.answerQuestion",
        kind: l10n.t("question"),
      };
    case "passed":
      return {
        label: COURSE.checks.find((check) => check.id === id)?.title ?? id,
        command: "dockerizeCoach.runCheck",
        kind: l10n.t("check"),
      };
    default:
      return {
        label: COURSE.tasks.find((task) => task.id === id)?.title ?? id,
        command: "dockerizeCoach.verifyTask",
        kind: l10n.t("task"),
      };
  }
}

function dueItem({ questions }: DueNode): TreeItem {
  const item = new TreeItem(l10n.t("Do You Still Know It?"), TreeItemCollapsibleState.Expanded);
  item.id = "due";
  item.description = String(questions.length);
  item.iconPath = new ThemeIcon("history");
  item.accessibilityInformation = { label: l10n.t("Questions to answer once more: {0}", questions.length) };
  return item;
}

function dueQuestionItem({ folder, id, page }: DueQuestionNode): TreeItem {
  const item = new TreeItem(page.title);
  item.id = `${folder}#due-${id}`;
  item.iconPath = new ThemeIcon("question");
  item.command = { command: "dockerizeCoach.answerQuestion", title: l10n.t("Answer"), arguments: [id] };
  item.description = questionLabel(page, id) ?? "";
  item.accessibilityInformation = { label: l10n.t("{0}: answer its question once more", page.title) };
  return item;
}

function groupItem({ id }: GroupNode): TreeItem {
  const label = id === "tools" ? l10n.t("Tools") : l10n.t("Look Things Up");
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.iconPath = new ThemeIcon(id === "tools" ? "tools" : "book");
  item.accessibilityInformation = { label };
  return item;
}

function linkItem({ id }: LinkNode): TreeItem {
  const { label, icon, command, arguments: args } = linkParts(id);
  const item = new TreeItem(label);
  item.id = `link-${id}`;
  item.iconPath = new ThemeIcon(icon);
  item.command = { command: `dockerizeCoach.${command}`, title: label, arguments: [...args] };
  item.accessibilityInformation = { label };
  return item;
}

interface LinkParts {
  readonly label: string;
  readonly icon: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

function linkParts(id: string): LinkParts {
  const page = (label: string): LinkParts => ({
    label,
    icon: "file-text",
    command: "openPage",
    arguments: [`reference/${id}`],
  });
  const tool = (label: string, icon: string, command: string): LinkParts => ({ label, icon, command, arguments: [] });
  switch (id) {
    case "glossary":
      return page(l10n.t("Glossary"));
    case "key-concepts":
      return page(l10n.t("Key Concepts"));
    case "commands":
      return page(l10n.t("Commands"));
    case "interview":
      return page(l10n.t("In an Interview"));
    case "troubleshooting":
      return page(l10n.t("Troubleshooting"));
    case "environment":
      return tool(l10n.t("Check My Environment"), "checklist", "checkEnvironment");
    case "offline":
      return tool(l10n.t("Prepare for Offline"), "cloud-download", "prepareOffline");
    case "compare":
      return tool(l10n.t("Compare the Images"), "graph", "compareImages");
    case "report":
      return tool(l10n.t("Export My Report"), "export", "exportReport");
    case "progress":
      return tool(l10n.t("Show My Progress File"), "json", "showProgressFile");
    default:
      return tool(l10n.t("Clean Up"), "trash", "cleanUp");
  }
}
