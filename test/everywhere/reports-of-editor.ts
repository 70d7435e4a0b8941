import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runTests } from "@vscode/test-electron";
import type { Report } from "../../src/core/report";
import { tempFolder } from "../support/temp-folder";
import { buildEditorSuite } from "./build-editor-suite";

const ROOT = join(__dirname, "..", "..");

/**
 * What “Run Challenge Checks” in a real VS Code finds in each folder, by its path, in one window for all of them.
 * VSCODE_EXECUTABLE: the editor to use, else test-electron downloads one.
 */
export async function reportsOfEditor(folders: readonly string[]): Promise<ReadonlyMap<string, Report>> {
  using place = tempFolder();
  const workspace = join(place.path, "everywhere.code-workspace");
  const output = join(place.path, "reports");
  mkdirSync(output);
  writeFileSync(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  const executable = process.env.VSCODE_EXECUTABLE;
  await runTests({
    ...(executable && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: await buildEditorSuite(),
    launchArgs: [workspace, "--disable-extensions", "--timeout=3600"],
    extensionTestsEnv: { REPORTS: output },
  });
  return new Map(
    folders.map((folder) => {
      return [folder, JSON.parse(readFileSync(join(output, `${basename(folder)}.json`), "utf8")) as Report];
    }),
  );
}
