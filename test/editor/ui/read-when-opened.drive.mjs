import assert from "node:assert/strict";
import { readdirSync, statSync, utimesSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ask, foldChecks, openPage } from "./learner.mjs";
import { openView, palette, row, statusItem, until } from "./workbench.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const CONTENT = ["walkthroughs", "challenge/hints", "challenge/questions", "challenge/commands"];
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

describe("the texts of the course", () => {
  it("are not read when the extension starts: pages, hints, questions, commands, cards, glossary", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    for (const file of contents()) utimesSync(file, LONG_AGO, statSync(file).mtime);
    await palette("Developer: Reload Window");
    await statusItem().waitFor({ state: "detached" });
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await row("3. Write your Dockerfile").waitFor();
    await foldChecks();
    assert.deepEqual(filesRead(), []);
  });

  it("are read when they are opened, and only those", async () => {
    await openPage(0, "Meet the problem");
    await until("the page is read", () => filesRead().includes("walkthroughs/0-install-docker/the-problem.md"));
    assert.ok(filesRead().every((file) => file.startsWith("walkthroughs/0-install-docker/")));
    await ask("Answer the question", "s0-q1");
    assert.ok(filesRead().includes("challenge/questions/0-install-docker.json"));
    assert.deepEqual(
      filesRead().filter((file) => file.startsWith("challenge/hints/")),
      [],
    );
  });

  /** Which of them somebody has read since: the file system notes it, also where it does so only once after each change. */
  function filesRead() {
    const read = contents().filter((file) => statSync(file).atime > LONG_AGO);
    return read.map((file) => file.slice(root.length).replaceAll("\\", "/"));
  }

  function contents() {
    const inFolders = CONTENT.flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`),
    );
    return [...inFolders, `${root}challenge/troubleshooting.json`, `${root}challenge/glossary.json`];
  }
});
