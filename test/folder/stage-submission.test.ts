import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readlinkSync, symlinkSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { FolderFault } from "../../src/folder/folder-fault";
import { stageSubmission } from "../../src/folder/stage-submission";
import { folderSnapshot } from "../support/folder-snapshot";
import { tempFolder } from "../support/temp-folder";

const NEVER = new AbortController().signal;
const posix = process.platform === "win32" ? it.skip : it;
const linux = process.platform === "linux" ? it : it.skip;

/** Stages a folder into a new one, and tells what is there and what was left out. */
async function staged(folder: string, place: string, ...options: [signal?: AbortSignal, limits?: typeof FEW]) {
  const copy = join(place, "copy");
  const [signal = NEVER, limits] = options;
  const leftOut = await stageSubmission(folder, copy, signal, limits);
  return { copy, leftOut: Object.fromEntries(leftOut), names: readdirSync(copy).sort() };
}

const FEW = { entries: 3, bytes: 100, fileBytes: 50 };

describe("a copy of somebody else's folder", () => {
  it("has the files and folders as they are, and the folder itself stays as it was", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x", "src/app.py": "app", "src/empty.py": "", "data/a/b": "\0\x01" });
    mkdirSync(join(folder.path, "nothing-in-it"));
    chmodSync(join(folder.path, "src/app.py"), 0o755);
    const before = folderSnapshot(folder.path);
    using place = tempFolder();
    const { copy, leftOut } = await staged(folder.path, place.path);
    assert.deepEqual(folderSnapshot(copy), before);
    assert.deepEqual(folderSnapshot(folder.path), before);
    assert.deepEqual(leftOut, {});
  });

  posix(
    "keeps a link that ends inside, and no other: absolute, upwards, over another link, or into nothing",
    async () => {
      using outside = tempFolder({ "secret.txt": "secret" });
      using folder = tempFolder({ "src/app.py": "app", "a/b/c.txt": "" });
      const links = {
        "src/same.py": "app.py",
        "to-src": "src",
        "to-itself": ".",
        "a/b/up": "../../src/app.py",
        "absolute-inside": join(folder.path, "src/app.py"),
        secret: join(outside.path, "secret.txt"),
        "a/b/far-up": "../../../../../../etc/passwd",
        "over-another": "secret",
        "over-itself": "to-itself/../../../etc/passwd",
        dangling: "nowhere",
        loop: "loop",
      };
      for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder.path, name));
      using place = tempFolder();
      const { copy, leftOut } = await staged(folder.path, place.path);
      const kept = ["src/same.py", "to-src", "to-itself", "a/b/up"];
      for (const [name, target] of Object.entries(links)) {
        if (kept.includes(name)) assert.equal(readlinkSync(join(copy, name)), target);
        else assert.equal(leftOut[name], "leads-outside", name);
        if (!kept.includes(name)) assert.equal(lstatSync(join(copy, name), { throwIfNoEntry: false }), undefined, name);
      }
      assert.equal(readFileSync(join(copy, "src/same.py"), "utf8"), "app");
    },
  );

  posix("waits for no pipe and takes no socket along", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x" });
    execFileSync("mkfifo", [join(folder.path, "requirements.txt")]);
    const server = createServer().listen(join(folder.path, "docker.sock"));
    using place = tempFolder();
    try {
      const { names, leftOut } = await staged(folder.path, place.path);
      assert.deepEqual(names, ["Dockerfile"]);
      assert.deepEqual(leftOut, { "requirements.txt": "not-a-file", "docker.sock": "not-a-file" });
    } finally {
      server.close();
    }
  });

  linux("opens no device", async function () {
    using folder = tempFolder({ Dockerfile: "FROM x" });
    try {
      execFileSync("mknod", [join(folder.path, "zero"), "c", "1", "5"], { stdio: "ignore" });
    } catch {
      this.skip(); // only root may make one
    }
    using place = tempFolder();
    const { names, leftOut } = await staged(folder.path, place.path);
    assert.deepEqual([names, leftOut], [["Dockerfile"], { zero: "not-a-file" }]);
  });

  linux("leaves a sparse giant out at once", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x", "model.bin": "" });
    truncateSync(join(folder.path, "model.bin"), 4 * 2 ** 40);
    using place = tempFolder();
    const { names, leftOut } = await staged(folder.path, place.path);
    assert.deepEqual([names, leftOut], [["Dockerfile"], { "model.bin": "too-large" }]);
  });

  it("says so where the folder holds too many files, or too much in them", async () => {
    using many = tempFolder({ a: "", b: "", c: "", d: "" });
    using much = tempFolder({ a: "x".repeat(50), b: "x".repeat(50), c: "x" });
    for (const folder of [many, much]) {
      using place = tempFolder();
      await assert.rejects(staged(folder.path, place.path, NEVER, FEW), (fault: unknown) => {
        assert(fault instanceof FolderFault);
        assert.equal(fault.kind, "too-large");
        assert.match(fault.text.observed, /holds more than 3 files/);
        assert.match(fault.text.next, /Take out what is not part of the challenge/);
        return true;
      });
    }
  });

  it("stops in the middle when the run is stopped", async () => {
    using folder = tempFolder({ Dockerfile: "FROM x" });
    using place = tempFolder();
    const stop = new AbortController();
    stop.abort(new Error("stopped by the user"));
    await assert.rejects(staged(folder.path, place.path, stop.signal), /stopped by the user/);
  });

  posix("carries no bit by which a program runs as somebody else, and can always be removed", async () => {
    using folder = tempFolder({ "bin/tool": "#!/bin/sh" });
    chmodSync(join(folder.path, "bin/tool"), 0o6755);
    chmodSync(join(folder.path, "bin"), 0o555);
    using place = tempFolder();
    const { copy } = await staged(folder.path, place.path);
    assert.equal(statSync(join(copy, "bin/tool")).mode & 0o7777, 0o755);
    assert.equal(statSync(join(copy, "bin")).mode & 0o700, 0o700);
    chmodSync(join(folder.path, "bin"), 0o755);
  });

  it("leaves out the coach's own files, and large folders that no build reads", async () => {
    using folder = tempFolder({
      ".dockerignore": "**/venv\n**/env\n",
      ".dockerize-coach/grader.cjs": "",
      ".github/workflows/dockerize-coach.yml": "",
      ".github/workflows/grade.yml": "",
      "venv/lib/big.py": "",
      // a file of that name may be what a service's env_file names
      env: "A=1",
      "src/.dockerize-coach": "the learner's own",
    });
    using place = tempFolder();
    const { copy, names } = await staged(folder.path, place.path);
    assert.deepEqual(names, [".dockerignore", ".github", "env", "src"]);
    assert.deepEqual(readdirSync(join(copy, ".github/workflows")), ["grade.yml"]);
    assert.ok(existsSync(join(copy, "src/.dockerize-coach")));
  });

  posix("does not hang on an ignore file that is a pipe", async () => {
    using folder = tempFolder();
    execFileSync("mkfifo", [join(folder.path, ".dockerignore")]);
    using place = tempFolder();
    assert.deepEqual((await staged(folder.path, place.path)).leftOut, { ".dockerignore": "not-a-file" });
  });
});
