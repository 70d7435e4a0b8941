import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { buildCli, CLI } from "../support/built-cli";

const DIST = join(CLI, "..");

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

  it("carry the licences of what they contain", () => {
    const notices = readFileSync(join(DIST, "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of ["dockerode", "yaml", "dockerfile-ast"]) assert.match(notices, new RegExp(`^${name} \\d`, "m"));
  });

  (process.platform === "win32" ? it.skip : it)("can be started by name", () => {
    assert.match(readFileSync(CLI, "utf8"), /^#!\/usr\/bin\/env node\n/);
    assert.notEqual(statSync(CLI).mode & 0o111, 0);
  });
});
