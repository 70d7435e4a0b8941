import { Disposable, EventEmitter, type TreeDataProvider, type TreeItem, window } from "vscode";
import type { ReportStore } from "../store/report-store";
import { buildChecksNode, checkChildren, type ChecksNode, stepNodes } from "./checks-node";
import type { HelpForChecks } from "./help-for-checks";
import { treeItem } from "./tree-item";

export const CHECKS_VIEW = "dockerizeCoach.checks";

/** The Checks view: steps, their checks, their parts; a level of folders only where the window has several challenges. */
class ChecksTree implements TreeDataProvider<ChecksNode> {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly store: ReportStore,
    private readonly help: HelpForChecks,
  ) {}

  refresh(): void {
    this.changed.fire();
  }

  getTreeItem(node: ChecksNode): TreeItem {
    return treeItem(node);
  }

  getChildren(node?: ChecksNode): ChecksNode[] {
    return [...this.childrenOf(node)];
  }

  private childrenOf(node: ChecksNode | undefined): readonly ChecksNode[] {
    if (!node) return this.roots();
    switch (node.kind) {
      case "folder":
        return [
          ...stepNodes(node.folder, node.state, (check) => this.help.of(node.folder, check)),
          buildChecksNode(node.folder, node.state),
        ];
      case "step":
        return node.checks;
      case "check":
        return checkChildren(node);
      case "part":
      case "help":
      case "build-checks":
        return [];
    }
  }

  private roots(): readonly ChecksNode[] {
    const folders = this.store.folders.flatMap((folder): ChecksNode[] => {
      const state = this.store.get(folder);
      return state ? [{ kind: "folder", folder, state }] : [];
    });
    const [only] = folders;
    return folders.length === 1 && only ? this.childrenOf(only) : folders;
  }
}

/** Shows the view and redraws it whenever the store changes. */
export function registerChecksTree(store: ReportStore, help: HelpForChecks): Disposable {
  const provider = new ChecksTree(store, help);
  const view = window.createTreeView(CHECKS_VIEW, { treeDataProvider: provider, showCollapseAll: true });
  return Disposable.from(
    view,
    store.onDidChange(() => provider.refresh()),
    help.onDidChange(() => provider.refresh()),
  );
}
