import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { verifySubmit } from "../../../src/folder/tasks/submit";
import { type TempFolder, tempFolder } from "../../support/temp-folder";

const FILES = {
  Dockerfile: "FROM python:3.11-slim\n",
  ".dockerignore": "venv\n",
  "docker-compose.yml": "services: {}\n",
};

describe("verifying that the work is handed in", () => {
  it("says how to begin where there is no repository", async () => {
    using folder = tempFolder(FILES);
    const { status, observed, next } = await look(folder.path);
    assert.equal(status, "failed");
    assert.match(observed, /no repository/);
    assert.match(next ?? "", /Publish to GitHub/);
  });

  it("names what is not committed, what has changed, and what is not pushed, one after the other", async () => {
    using folder = tempFolder(FILES);
    using remote = tempFolder();
    const git = inFolder(folder);
    git("init", "-q", "-b", "main");
    git("add", "Dockerfile");
    commit(git);
    assert.match((await look(folder.path)).observed, /\.dockerignore, the Compose file/);
    git("add", ".");
    commit(git);
    writeFileSync(join(folder.path, "Dockerfile"), "FROM python:3.11\n");
    assert.match((await look(folder.path)).observed, /Changed since the last commit: Dockerfile/);
    git("checkout", "-q", "Dockerfile");
    assert.match((await look(folder.path)).observed, /on this machine only/);
    execFileSync("git", ["init", "-q", "--bare", remote.path]);
    git("remote", "add", "origin", remote.path);
    git("push", "-q", "-u", "origin", "main");
    const pushed = await look(folder.path);
    assert.equal(pushed.status, "verified");
    assert.match(pushed.observed, /origin\/main/);
    writeFileSync(join(folder.path, "Dockerfile"), "FROM python:3.11-alpine\n");
    git("add", ".");
    commit(git);
    assert.match((await look(folder.path)).observed, /not pushed yet: 1/);
  });

  it("stops at a file with secrets, and lets a sample pass", async () => {
    using folder = tempFolder({ ...FILES, ".env.example": "KEY=\n", ".env": "KEY=secret\n" });
    const git = inFolder(folder);
    git("init", "-q", "-b", "main");
    git("add", ".");
    commit(git);
    const { observed, next } = await look(folder.path);
    assert.match(observed, /^\.env is in the repository/);
    assert.match(next ?? "", /git rm --cached/);
  });

  it("says so where git itself is missing", async () => {
    using folder = tempFolder(FILES);
    const result = await look(folder.path, { PATH: folder.path });
    assert.match(result.observed, /git was not found/);
  });
});

function look(folder: string, env: Readonly<Record<string, string | undefined>> = process.env) {
  const observer = { onStep: () => undefined, onLog: () => undefined };
  return verifySubmit({ folder, env, signal: new AbortController().signal, observer, now: () => 0 });
}

function inFolder({ path }: TempFolder) {
  return (...args: readonly string[]) => execFileSync("git", [...args], { cwd: path, stdio: "pipe" });
}

function commit(git: (...args: readonly string[]) => unknown): void {
  git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "work");
}
