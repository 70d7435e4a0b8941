import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FolderFault } from "../../src/folder/folder-fault";
import { readSubmission } from "../../src/folder/read-submission";
import { tempFolder } from "../support/temp-folder";

const posix = process.platform !== "win32";

describe("reading a submission", () => {
  it("lists files and folders with / and reads the texts that matter", async () => {
    using folder = tempFolder({
      Dockerfile: "FROM scratch\r\n",
      ".dockerignore": "venv\n",
      "compose.yaml": "services:\n",
      "docker-compose.override.yml": "services:\n",
      "requirements.txt": "flask\n",
      "src/app.py": "app = 1\n",
      "docker/Dockerfile.dev": "FROM scratch\n",
      "docker/Dockerfile.dev.dockerignore": "*.md\n",
      "notes.txt": "mine\n",
    });
    const { files, paths } = await readSubmission(folder.path);
    assert.deepEqual([...files.keys()].sort(), [
      ".dockerignore",
      "Dockerfile",
      "compose.yaml",
      "docker-compose.override.yml",
      "docker/Dockerfile.dev",
      "docker/Dockerfile.dev.dockerignore",
      "requirements.txt",
      "src/app.py",
    ]);
    assert.equal(files.get("Dockerfile")?.text, "FROM scratch\r\n");
    for (const path of ["src/", "src/app.py", "docker/", "notes.txt"]) assert.ok(paths.has(path), path);
  });

  it("lists large folders without entering them", async () => {
    using folder = tempFolder({
      ".git/HEAD": "",
      "venv/bin/python": "",
      "node_modules/x/Dockerfile": "FROM scratch",
      "src/__pycache__/app.pyc": "",
    });
    const { files, paths } = await readSubmission(folder.path);
    assert.deepEqual([...paths].sort(), [".git/", "node_modules/", "src/", "src/__pycache__/", "venv/"]);
    assert.equal(files.size, 0);
  });

  it("stops at 20,000 paths and still has what lies near the root", async () => {
    using folder = tempFolder({ Dockerfile: "FROM scratch" });
    mkdirSync(join(folder.path, "a"));
    for (let index = 0; index < 20_050; index++) writeFileSync(join(folder.path, "a", `${index}`), "");
    const { files, paths } = await readSubmission(folder.path);
    assert.equal(paths.size, 20_000);
    assert.ok(files.has("Dockerfile"));
  });

  it("leaves out texts of more than 1 MiB", async () => {
    using folder = tempFolder({ Dockerfile: "#".repeat(1024 * 1024 + 1), "requirements.txt": "#".repeat(1024 * 1024) });
    const { files, paths } = await readSubmission(folder.path);
    assert.deepEqual([...files.keys()], ["requirements.txt"]);
    assert.ok(paths.has("Dockerfile"));
  });

  (posix ? it : it.skip)("follows a link within the folder, and none that leads out of it", async () => {
    using outside = tempFolder({ Dockerfile: "FROM secret" });
    using folder = tempFolder({ "real.Dockerfile": "FROM scratch" });
    symlinkSync("real.Dockerfile", join(folder.path, "Dockerfile"));
    symlinkSync(join(outside.path, "Dockerfile"), join(folder.path, "Dockerfile.out"));
    symlinkSync(outside.path, join(folder.path, "elsewhere"));
    symlinkSync("Dockerfile.loop", join(folder.path, "Dockerfile.loop"));
    const { files, paths } = await readSubmission(folder.path);
    assert.deepEqual([...files.keys()].sort(), ["Dockerfile", "real.Dockerfile"]);
    assert.ok(paths.has("elsewhere") && !paths.has("elsewhere/Dockerfile"));
  });

  (posix ? it : it.skip)("never opens a pipe, which would wait for ever", async () => {
    using folder = tempFolder();
    execFileSync("mkfifo", [join(folder.path, "Dockerfile")]);
    const { files, paths } = await readSubmission(folder.path);
    assert.equal(files.size, 0);
    assert.ok(paths.has("Dockerfile"));
  });

  (posix ? it : it.skip)("says of what has a file's name and is not read why it is not", async () => {
    using outside = tempFolder({ Dockerfile: "FROM secret" });
    using folder = tempFolder({ "compose.yaml": "#".repeat(1024 * 1024 + 1), "src/app.py": "" });
    symlinkSync(join(outside.path, "Dockerfile"), join(folder.path, "Dockerfile"));
    symlinkSync("nowhere", join(folder.path, ".dockerignore"));
    execFileSync("mkfifo", [join(folder.path, ".env")]);
    const { files, leftOut } = await readSubmission(folder.path);
    assert.deepEqual([...files.keys()], ["src/app.py"]);
    assert.deepEqual(Object.fromEntries(leftOut ?? []), {
      ".dockerignore": "leads-outside",
      ".env": "not-a-file",
      Dockerfile: "leads-outside",
      "compose.yaml": "too-large",
    });
  });

  (process.platform === "linux" ? it : it.skip)("reads no more of a sparse giant than of any file", async () => {
    using folder = tempFolder({ Dockerfile: "FROM scratch" });
    truncateSync(join(folder.path, "Dockerfile"), 4 * 2 ** 40);
    const { files, leftOut } = await readSubmission(folder.path);
    assert.deepEqual([files.size, leftOut?.get("Dockerfile")], [0, "too-large"]);
  });

  it("lays an editor's unsaved text over the disk, new files included", async () => {
    using folder = tempFolder({ Dockerfile: "FROM old" });
    const unsaved = new Map([
      ["Dockerfile", "FROM new"],
      ["src/app.py", "app = 2"],
      ["notes.txt", "mine"],
    ]);
    const { files, paths } = await readSubmission(folder.path, unsaved);
    assert.equal(files.get("Dockerfile")?.text, "FROM new");
    assert.equal(files.get("src/app.py")?.text, "app = 2");
    assert.equal(files.has("notes.txt"), false);
    assert.ok(paths.has("src/") && paths.has("notes.txt"));
  });

  it("keeps the encoding on disk for an editor's text, for saving would not change it", async () => {
    using folder = tempFolder({ Dockerfile: Buffer.from("\uFEFFFROM old", "utf16le") });
    const { files } = await readSubmission(folder.path, new Map([["Dockerfile", "FROM new"]]));
    assert.deepEqual(files.get("Dockerfile"), { path: "Dockerfile", text: "FROM new", encoding: "utf-16le" });
  });

  it("says in plain words that a folder is missing, or is a file", async () => {
    using folder = tempFolder({ "a-file": "" });
    await assert.rejects(readSubmission(join(folder.path, "nowhere")), (fault: unknown) => {
      assert.ok(fault instanceof FolderFault);
      assert.equal(fault.kind, "missing");
      assert.match(fault.text.observed, /cannot read the folder .*nowhere: it does not exist/);
      return true;
    });
    await assert.rejects(readSubmission(join(folder.path, "a-file")), (fault: unknown) => {
      assert.ok(fault instanceof FolderFault);
      assert.equal(fault.kind, "wrong-kind");
      assert.match(fault.text.observed, /it is a file/);
      return true;
    });
  });
});
