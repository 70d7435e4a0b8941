import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { buildCli, cli } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

const NO_ENGINE = { DOCKER_HOST: "unix:///no/such/engine.sock" };
const FILES_ONLY = ["--only", "dockerfile-exists,multi-stage,slim-base"];

describe("the files that grade writes", () => {
  before(buildCli);

  it("are as many as were asked for, in folders that it makes, beside what it prints", async () => {
    using folder = tempFolder({ Dockerfile: "FROM python:3.11\n" });
    const outputs = ["json=out/report.json", "junit=out/a/junit.xml", "markdown=summary.md", "badge=badge.svg"];
    const args = ["grade", ...FILES_ONLY, ...outputs.flatMap((output) => ["--output", output])];
    const { code, stdout } = await cli(args, { cwd: folder.path, env: NO_ENGINE });
    assert.equal(code, 1);
    assert.match(stdout, /✔ {2}5\/5 {4}Dockerfile exists/);
    const read = (path: string) => readFileSync(join(folder.path, path), "utf8");
    assert.match(read("out/report.json"), /"earned": 5,\n/);
    assert.match(read("out/a/junit.xml"), /<testsuites name=/);
    assert.match(read("summary.md"), /^## Dockerize a Python Application: 5 of 30 points/);
    assert.match(read("badge.svg"), />5\/30<\/text>/);
    assert.deepEqual(readdirSync(folder.path).sort(), ["Dockerfile", "badge.svg", "out", "summary.md"]);
  });

  it("replace an older report, and have no colours", async () => {
    using folder = tempFolder({ Dockerfile: "FROM python:3.11\n", "report.txt": "old ".repeat(10_000) });
    const args = ["grade", ...FILES_ONLY, "--output", "text=report.txt"];
    await cli(args, { cwd: folder.path, env: { ...NO_ENGINE, FORCE_COLOR: "1" } });
    const text = readFileSync(join(folder.path, "report.txt"), "utf8");
    assert.match(text, /^\n {2}Dockerize a Python Application\n/);
    assert.equal(text.includes("\u001b"), false);
  });

  it("may be standard output, after what is printed", async () => {
    using folder = tempFolder({ Dockerfile: "FROM python:3.11\n" });
    const args = ["grade", ...FILES_ONLY, "--format", "badge", "--output", "github=-"];
    const { stdout } = await cli(args, { cwd: folder.path, env: NO_ENGINE });
    assert.match(stdout, /<\/svg>\n::error file=Dockerfile,line=1,/);
  });

  it("name files by their path from the repository's root, where the folder is a part of it", async () => {
    using folder = tempFolder({ "work/Dockerfile": "FROM python:3.11\n" });
    const args = ["grade", "work", ...FILES_ONLY, "--format", "github"];
    const { stdout } = await cli(args, { cwd: folder.path, env: NO_ENGINE });
    assert.match(stdout, /^::error file=work\/Dockerfile,line=1,/m);
  });

  (process.platform === "win32" ? it.skip : it)("are never written through a link, which nobody chose", async () => {
    using folder = tempFolder({ Dockerfile: "FROM python:3.11\n", precious: "mine" });
    symlinkSync("precious", join(folder.path, "report.json"));
    const args = ["grade", ...FILES_ONLY, "--output", "json=report.json"];
    const { code, stdout, stderr } = await cli(args, { cwd: folder.path, env: NO_ENGINE });
    assert.equal(code, 2);
    assert.match(stderr, /cannot write report\.json: a link is there/);
    assert.equal(stdout, "", "told before anything was graded");
    assert.equal(readFileSync(join(folder.path, "precious"), "utf8"), "mine");
  });

  (process.platform === "win32" ? it.skip : it)("may be a pipe", async () => {
    using folder = tempFolder({ Dockerfile: "FROM python:3.11\n" });
    const pipe = join(folder.path, "pipe");
    execFileSync("mkfifo", [pipe]);
    const args = ["grade", ...FILES_ONLY, "--output", `json=${pipe}`];
    const [read] = await Promise.all([
      import("node:fs/promises").then(({ readFile }) => readFile(pipe, "utf8")),
      cli(args, { cwd: folder.path, env: NO_ENGINE }),
    ]);
    assert.match(read, /^\{\n {2}"version": 1,/);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["an output without a path", ["--output", "json"], /as in json=report\.json, not “json”/],
    ["an output of an unknown format", ["--output", "pdf=x"], /--output takes text, json, junit, .*not “pdf”/],
    ["two outputs of one file", ["--output", "json=x", "--output", "junit=./x"], /twice/],
    ["a folder as the file", ["--output", "json=src"], /cannot write src: a folder is there/],
    ["a file where a folder should be", ["--output", "json=Dockerfile/x.json"], /a file is where a folder should be/],
    ["Classroom 50's format elsewhere", ["--format", "classroom"], /needs COMMIT_URL in the environment/],
  ];
  for (const [name, args, message] of wrong) {
    it(`answers ${name} with exit code 2 before it grades`, async () => {
      using folder = tempFolder({ Dockerfile: "FROM python:3.11\n", "src/app.py": "" });
      const { code, stdout, stderr } = await cli(["grade", ...args], { cwd: folder.path, env: NO_ENGINE });
      assert.equal(code, 2, stderr);
      assert.match(stderr, message);
      assert.equal(stdout, "");
    });
  }
});
