import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Uri, commands } from "vscode";
import type { StartResult } from "../../../src/folder/start-challenge";

describe("Start the Challenge", () => {
  const folder = join(process.env.SUITE_TEMP ?? "", "new-challenge");

  it("puts the starter into the folder and overwrites nothing", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "README.md"), "mine\n");
    const result = await commands.executeCommand<StartResult>("dockerizeCoach.startChallenge", Uri.file(folder));
    assert.deepEqual(result.kept, ["README.md"]);
    assert.ok(result.written.includes("src/app.py") && result.written.includes(".gitignore"));
    assert.equal(readFileSync(join(folder, "README.md"), "utf8"), "mine\n");
  });
});
