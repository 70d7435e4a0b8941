import assert from "node:assert/strict";
import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { thisOwner } from "../../src/docker/session/this-owner";
import { openWorkFolder } from "../../src/folder/work-folder";
import { folderSnapshot } from "../support/folder-snapshot";
import { tempFolder } from "../support/temp-folder";

const signal = new AbortController().signal;
const GRADER = { ".dockerize-coach/grader.cjs": "x", ".github/workflows/dockerize-coach.yml": "on: push" };

/** The temporary folders that this process's runs have made and not removed. */
function leftovers(): readonly string[] {
  const { owner, pid } = thisOwner();
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`dockerize-coach-${owner}-${pid}-`));
}

describe("the folder that a run works on", () => {
  afterEach(() => assert.deepEqual(leftovers(), []));

  it("is the learner's own, as for their own docker build", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x" });
    const work = await openWorkFolder({ folder: folder.path, trust: "trusted", signal });
    assert.equal(work.folder, folder.path);
    await work.dispose();
    assert.ok(existsSync(join(folder.path, "Dockerfile")));
  });

  it("is the learner's own where the ignore file keeps the coach's files out", async () => {
    using folder = tempFolder({ ...GRADER, ".dockerignore": ".dockerize-coach\n.github\n" });
    const work = await openWorkFolder({ folder: folder.path, trust: "trusted", signal });
    assert.equal(work.folder, folder.path);
  });

  it("is a copy without the coach's files where a build would take them in", async () => {
    using folder = tempFolder({ ...GRADER, "src/app.py": "app", ".dockerignore": ".dockerize-coach\n" });
    const before = folderSnapshot(folder.path);
    const work = await openWorkFolder({ folder: folder.path, trust: "trusted", signal });
    assert.notEqual(work.folder, folder.path);
    assert.equal(basename(work.folder), basename(folder.path));
    assert.deepEqual(readdirSync(work.folder).sort(), [".dockerignore", ".github", "src"]);
    assert.deepEqual(readdirSync(join(work.folder, ".github/workflows")), []);
    await work.dispose();
    assert.ok(!existsSync(dirname(work.folder)));
    assert.deepEqual(folderSnapshot(folder.path), before);
  });

  it("is a copy for untrusted work, and what is judged is what stands in the copy", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x", "secret.txt": "" });
    if (process.platform !== "win32") symlinkSync("/etc/passwd", join(folder.path, ".env"));
    const unsaved = new Map([["Dockerfile", "FROM y"]]);
    const work = await openWorkFolder({ folder: folder.path, unsaved, trust: "untrusted", signal });
    assert.notEqual(work.folder, folder.path);
    assert.equal(work.submission.files.get("Dockerfile")?.text, "FROM x");
    if (process.platform !== "win32") assert.equal(work.submission.leftOut?.get(".env"), "leads-outside");
    await work.dispose();
  });

  it("leaves no copy behind where it cannot be made, or the run is stopped", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x" });
    const gone = join(folder.path, "gone");
    await assert.rejects(openWorkFolder({ folder: gone, trust: "untrusted", signal }), /it does not exist/);
    const stopped = AbortSignal.abort(new Error("stopped"));
    await assert.rejects(openWorkFolder({ folder: folder.path, trust: "untrusted", signal: stopped }), /stopped/);
  });
});
