import { commands, type Disposable } from "vscode";
import type { Coach } from "../coach";
import { targetFolder } from "./target";

/** “Stop the Checks”: of one folder, or all; resolves once what they created has been removed. */
export function registerStop({ runner }: Coach): Disposable {
  return commands.registerCommand("dockerizeCoach.stop", (target?: unknown) => runner.stop(targetFolder(target)));
}
