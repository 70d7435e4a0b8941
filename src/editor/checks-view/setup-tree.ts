import { type Disposable, window } from "vscode";

/**
 * The view “Before You Start”: only there while something on the machine stands in the way, and without items of its own. Its
 * words stand in package.json as welcome content, one for each context value of `dockerizeCoach.blocked`.
 */
export function registerSetupTree(): Disposable {
  return window.registerTreeDataProvider("dockerizeCoach.setup", {
    getChildren: () => [],
    getTreeItem: (node: never) => node,
  });
}
