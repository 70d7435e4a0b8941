import { commands, type Uri, workspace } from "vscode";
import type { Report } from "../../../src/core/report";

/** The challenge folder that the suite's window has open. */
export function challengeFolder(): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("the suite needs a challenge folder to be open");
  return folder.uri;
}

/** Runs “Run Challenge Checks”, or one check, as the palette would. */
export async function runChecks(): Promise<Report | undefined> {
  return commands.executeCommand<Report | undefined>("dockerizeCoach.runChecks", challengeFolder());
}

export async function runCheck(id: string): Promise<Report | undefined> {
  const target = { folder: challengeFolder().fsPath, check: { course: { id } } };
  return commands.executeCommand<Report | undefined>("dockerizeCoach.runCheck", target);
}
