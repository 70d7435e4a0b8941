import { Disposable, EventEmitter, type TreeDataProvider, type TreeItem, type TreeView, window } from "vscode";
import type { Course } from "../course/course";
import { courseItem } from "./course-item";
import { type CourseNode, courseNodes } from "./course-node";

export const COURSE_VIEW = "dockerizeCoach.course";

/** The Course view: all seven steps in order, whatever the Welcome page lists, with what really holds now. */
class CourseTree implements TreeDataProvider<CourseNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly course: Course) {}

  refresh(): void {
    this.changed.fire();
  }

  getTreeItem(node: CourseNode): TreeItem {
    return courseItem(node);
  }

  getChildren(node?: CourseNode): CourseNode[] {
    if (!node) return [...this.roots()];
    switch (node.kind) {
      case "step":
        return [...node.pages];
      case "page":
        return [...node.facts];
      case "due":
        return [...node.questions];
      case "group":
        return [...node.links];
      default:
        return [];
    }
  }

  private roots(): readonly CourseNode[] {
    const { walkthroughs, progress, last } = this.course;
    const folder = last.path;
    return courseNodes(
      walkthroughs,
      folder ?? "",
      folder === undefined ? undefined : progress.get(folder),
      new Date().toISOString(),
    );
  }
}

/** Shows the view and redraws it whenever progress changes, or the learner goes to another challenge folder. */
export function registerCourseTree(course: Course): Disposable {
  const provider = new CourseTree(course);
  const view: TreeView<CourseNode> = window.createTreeView(COURSE_VIEW, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const { store } = course.coach;
  const { last } = course;
  const name = (): void => {
    const isOneOfSeveral = store.folders.length > 1 && last.path !== undefined;
    view.description = isOneOfSeveral ? (store.get(last.path)?.name ?? "") : "";
  };
  name();
  return Disposable.from(
    view,
    course.progress.onDidChange(() => provider.refresh()),
    store.onDidChange(name),
    last.onDidChange(() => {
      name();
      provider.refresh();
    }),
  );
}
