import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { buildCli, CLI } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

const DIST = join(CLI, "..");
const GRADER = join(DIST, "grader.cjs");

describe("the bundles", () => {
  before(buildCli);

  it("have a core that grades files where there is no Node: no require, no process, no timers", () => {
    const module = { exports: {} as Record<string, (submission: unknown) => { id: string; status: string }[]> };
    vm.runInNewContext(readFileSync(join(DIST, "core.js"), "utf8"), { module, exports: module.exports });
    const text = "FROM python:3.11 AS b\nFROM python:3.11-slim\nCOPY --from=b /x /x\n";
    const files = new Map([["Dockerfile", { path: "Dockerfile", text, encoding: "utf-8" }]]);
    const results = module.exports["gradeFiles"]?.({ files, paths: new Set(["Dockerfile"]) }) ?? [];
    assert.equal(results.find(({ id }) => id === "multi-stage")?.status, "passed");
  });

  it("leave out the parts of dockerode that are never used", () => {
    const text = readFileSync(CLI, "utf8");
    assert.match(text, /is not part of this bundle: builds and ssh go through the docker command line/);
    assert.ok(statSync(CLI).size < 900_000, `${statSync(CLI).size} bytes`);
  });

  it("have a grader that travels alone, small, with the licences of its parts in it", () => {
    assert.match(
      readFileSync(GRADER, "utf8"),
      /^\/\*\nDockerize Coach contains the following packages[^]*^dockerode \d/m,
    );
    assert.ok(statSync(GRADER).size < 900_000, `${statSync(GRADER).size} bytes`);
    using alone = tempFolder({ "grader.cjs": readFileSync(GRADER), Dockerfile: "FROM python:3.11\n" });
    const args = ["grader.cjs", "grade", "--only", "dockerfile-exists"];
    assert.match(
      execFileSync(process.execPath, args, { cwd: alone.path, encoding: "utf8" }),
      /5\/5 {4}Dockerfile exists/,
    );
  });

  it("have a grader that says plainly when Node is too old for it", () => {
    const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.19.0" } });`;
    using folder = tempFolder({ "old.cjs": old });
    const { status, stderr } = spawnSync(process.execPath, [
      "--require",
      join(folder.path, "old.cjs"),
      GRADER,
      "grade",
    ]);
    assert.equal(status, 2);
    assert.match(String(stderr), /The grader needs Node 20 or later; this is Node 18\.19\.0/);
  });

  it("carry the licences of what they contain", () => {
    const notices = readFileSync(join(DIST, "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of ["dockerode", "yaml", "dockerfile-ast"]) assert.match(notices, new RegExp(`^${name} \\d`, "m"));
  });

  (process.platform === "win32" ? it.skip : it)("can be started by name", () => {
    assert.match(readFileSync(CLI, "utf8"), /^#!\/usr\/bin\/env node\n/);
    assert.notEqual(statSync(CLI).mode & 0o111, 0);
  });
});
