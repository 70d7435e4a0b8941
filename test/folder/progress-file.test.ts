import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { openNextHint } from "../../src/core/progress/open-hint";
import { folderProgressFile, readProgress, storedProgressFile, writeProgress } from "../../src/folder/progress-file";
import { tempFolder } from "../support/temp-folder";

const NOW = Date.UTC(2030, 0, 1);

describe("progress on disk", () => {
  it("begins empty, and nothing is written by reading it", async () => {
    using storage = tempFolder();
    using folder = tempFolder();
    const { progress, file } = await readProgress({ folder: folder.path, storage: storage.path }, NOW);
    assert.deepEqual(progress.checks, {});
    assert.equal(existsSync(file), false);
    assert.deepEqual(readdirSync(folder.path), []);
  });

  it("is kept outside of the folder, and found again", async () => {
    using storage = tempFolder();
    using folder = tempFolder();
    const place = { folder: folder.path, storage: storage.path };
    const { progress, file } = await readProgress(place, NOW);
    await writeProgress(file, openNextHint(progress, "compose"));
    assert.equal((await readProgress(place, NOW)).progress.hints["compose"], 1);
    assert.deepEqual(readdirSync(folder.path), []);
    assert.deepEqual(readdirSync(dirname(file)).length, 1);
  });

  it("is never mixed between two folders, also of the same name", () => {
    const storage = "/storage";
    const one = storedProgressFile({ folder: "/a/challenge", storage });
    const other = storedProgressFile({ folder: "/b/challenge", storage });
    assert.notEqual(one, other);
  });

  it("comes from the folder itself where the learner keeps it there, wherever that folder is", async () => {
    using storage = tempFolder();
    using folder = tempFolder();
    const place = { folder: folder.path, storage: storage.path };
    const { folder: _, ...progress } = openNextHint((await readProgress(place, NOW)).progress, "compose");
    await writeProgress(folderProgressFile(place), progress);
    const read = await readProgress(place, NOW);
    assert.equal(read.file, folderProgressFile(place));
    assert.equal(read.progress.hints["compose"], 1);
  });

  for (const [what, text] of [
    ["damaged", '{"version":1,'],
    ["foreign", '{"version":1,"course":"another"}'],
  ] as const) {
    it(`is set aside unchanged when it is ${what}, with the reason`, async () => {
      using storage = tempFolder();
      using folder = tempFolder();
      const place = { folder: folder.path, storage: storage.path };
      const file = storedProgressFile(place);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      const { setAside, progress } = await readProgress(place, NOW);
      assert.ok(setAside);
      assert.ok(setAside.problem.length > 10);
      assert.equal(readFileSync(setAside.file, "utf8"), text);
      assert.equal(existsSync(file), false);
      assert.deepEqual(progress.answers, {});
    });
  }
});
