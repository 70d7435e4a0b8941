import assert from "node:assert/strict";
import { existsSync, readFileSync, readlinkSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { BuildResult } from "../../src/core/container-engine";
import { copyContext } from "../../src/folder/copy-context";
import { FolderFault } from "../../src/folder/folder-fault";
import { rebuildAfter } from "../../src/folder/rebuild-after";
import { folderSnapshot } from "../support/folder-snapshot";
import { tempFolder } from "../support/temp-folder";

describe("a copy of what a build may read", () => {
  it("holds what no ignore file leaves out: it would be in the image too", async () => {
    using folder = tempFolder({ "src/app.py": "", "venv/lib/big.py": "", ".git/HEAD": "" });
    using place = tempFolder();
    await copyContext(folder.path, join(place.path, "copy"));
    assert.deepEqual(folderSnapshot(join(place.path, "copy")), folderSnapshot(folder.path));
  });

  it("spares large folders that the ignore file leaves out", async () => {
    using folder = tempFolder({ ".dockerignore": "venv\n", "venv/big.py": "", ".git/HEAD": "", "src/app.py": "" });
    using place = tempFolder();
    const copy = join(place.path, "copy");
    await copyContext(folder.path, copy);
    assert.deepEqual(
      ["venv", ".git", "src"].map((name) => existsSync(join(copy, name))),
      [false, true, true],
    );
  });

  it("is whole where the folder itself has the name of one that is spared", async () => {
    using place = tempFolder({ "venv/src/app.py": "app", "venv/.dockerignore": "venv\n" });
    await copyContext(join(place.path, "venv"), join(place.path, "copy"));
    assert.equal(readFileSync(join(place.path, "copy/src/app.py"), "utf8"), "app");
  });

  it("has links that lead into the copy", async () => {
    using folder = tempFolder({ "real/app.py": "", "src/x.py": "" });
    symlinkSync("../real/app.py", join(folder.path, "src/app.py"));
    using place = tempFolder();
    await copyContext(folder.path, join(place.path, "copy"));
    assert.equal(readlinkSync(join(place.path, "copy/src/app.py")), "../real/app.py");
  });

  it("says plainly that a folder is gone", async () => {
    using place = tempFolder();
    await assert.rejects(copyContext(join(place.path, "gone"), join(place.path, "copy")), FolderFault);
  });
});

describe("a rebuild after a change", () => {
  const change = { file: "src/app.py", comment: "changed" };

  it("builds with the comment, puts the file back, and tells which steps ran", async () => {
    using copy = tempFolder({ "src/app.py": "app" });
    const app = join(copy.path, "src/app.py");
    let seen = "";
    const rebuild = await rebuildAfter({ ...change, copy: copy.path }, async () => {
      seen = readFileSync(app, "utf8");
      return { result: built() };
    });
    assert.equal(seen, "app\n# changed\n");
    assert.equal(readFileSync(app, "utf8"), "app");
    assert.deepEqual(rebuild, { ms: 7, rebuilt: ["[3/3] COPY . ."], cached: ["[2/3] WORKDIR /app"] });
  });

  it("never writes to a file of the learner's that a link leads to", async () => {
    using learners = tempFolder({ "app.py": "app" });
    using copy = tempFolder({ "src/x.py": "" });
    symlinkSync(join(learners.path, "app.py"), join(copy.path, "src/app.py"));
    const never = () => assert.fail("there is nothing to build");
    assert.deepEqual(await rebuildAfter({ ...change, copy: copy.path }, never), { ms: 0, rebuilt: [], cached: [] });
    renameSync(join(copy.path, "src"), join(learners.path, "src"));
    symlinkSync(join(learners.path, "src"), join(copy.path, "src"));
    assert.deepEqual(await rebuildAfter({ ...change, copy: copy.path }, never), { ms: 0, rebuilt: [], cached: [] });
    assert.equal(readFileSync(join(learners.path, "app.py"), "utf8"), "app");
  });
});

function built(): BuildResult {
  const steps = [
    ["[internal] load build context", "done"],
    ["[1/3] FROM docker.io/library/python:3.11", "cached"],
    ["[2/3] WORKDIR /app", "cached"],
    ["[3/3] COPY . .", "done"],
  ] as const;
  return {
    outcome: "built",
    imageId: "sha256:1",
    durationMs: 7,
    steps: steps.map(([name, state], index) => ({ id: String(index), name, state })),
  };
}
