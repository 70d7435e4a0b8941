import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands, workspace } from "vscode";
import type { Report } from "../../../src/core/report";

/** VS Code calls this in the extension host: grades every folder of the window as the palette would, and keeps each report in REPORTS. */
export async function run(): Promise<void> {
  for (const { uri, name } of workspace.workspaceFolders ?? []) {
    const report = await commands.executeCommand<Report | undefined>("dockerizeCoach.runChecks", uri);
    if (!report) throw new Error(`the editor gave no report of ${name}`);
    writeFileSync(join(process.env.REPORTS ?? "", `${name}.json`), JSON.stringify(report));
  }
}
