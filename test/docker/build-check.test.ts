import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EngineFault } from "../../src/core/container-engine";
import { runBuildChecks } from "../../src/docker/build/build-check";
import { whyNoReport } from "../../src/docker/build/build-check-refusal";
import { readBuildCheckReport } from "../../src/docker/build/build-check-report";

describe("Docker's build checks, on the real engine", function () {
  this.timeout(60_000);
  let context: string;

  before(() => {
    context = mkdtempSync(join(tmpdir(), "build-check-"));
    writeFileSync(join(context, "secret.env"), "X=1\n");
  });
  after(() => rmSync(context, { recursive: true, force: true }));

  const check = (text: string, over: { readonly env?: NodeJS.ProcessEnv; readonly signal?: AbortSignal } = {}) => {
    const dockerfile = join(context, "Dockerfile");
    writeFileSync(dockerfile, text);
    return runBuildChecks({ context, dockerfile, env: process.env, signal: new AbortController().signal, ...over });
  };

  it("name the rule, its line counted from 0, and its page", async () => {
    const { warnings, error } = await check("FROM python:3.11\n\nWORKDIR app\n");
    assert.equal(error, undefined);
    const [warning] = warnings;
    assert.equal(warnings.length, 1);
    assert.equal(warning?.rule, "WorkdirRelativePath");
    assert.deepEqual([warning.startLine, warning.endLine], [2, 2]);
    assert.match(warning.message, /Relative workdir "app"/);
    assert.match(warning.url ?? "", /^https:\/\/docs\.docker\.com\/.*workdir-relative-path/);
  });

  it("see the context that the build would get", async () => {
    writeFileSync(join(context, ".dockerignore"), "secret.env\n");
    const { warnings } = await check("# check=experimental=CopyIgnoredFile\nFROM python:3.11\nCOPY secret.env /\n");
    rmSync(join(context, ".dockerignore"));
    assert.deepEqual(
      warnings.map(({ rule, startLine }) => [rule, startLine]),
      [["CopyIgnoredFile", 2]],
    );
  });

  it("find nothing in a file that has nothing to find", async () => {
    assert.deepEqual(await check('FROM python:3.11\nCMD ["python"]\n'), { warnings: [] });
  });

  it("tell where a file does not parse", async () => {
    const { error } = await check("FROM python:3.11\nRUUN pip install flask\n");
    assert.match(error?.message ?? "", /unknown instruction: RUUN/);
    assert.equal(error?.startLine, 1);
  });

  it("say what is the matter where no engine answers", async () => {
    const env = { ...process.env, DOCKER_HOST: "unix:///nonexistent/docker.sock", DOCKER_CONTEXT: "" };
    await assert.rejects(check("FROM scratch\n", { env }), (error: unknown) => {
      assert.ok(error instanceof EngineFault);
      assert.match(error.text.observed, /not running|not found/);
      assert.match(error.text.why, /What the coach finds needs none/);
      return true;
    });
  });

  it("end when they are stopped", async () => {
    const abort = new AbortController();
    const stopped = check("FROM python:3.11\n", { signal: abort.signal });
    abort.abort();
    await assert.rejects(stopped, { name: "AbortError" });
  });
});

describe("a report of Docker's build checks", () => {
  it("is none where something else was printed", () => {
    for (const text of ["", "null", "Check complete, no warnings found.", "{"])
      assert.equal(readBuildCheckReport(text), undefined);
  });

  it("has only links into Docker's documentation, whatever frontend wrote it", () => {
    const warning = { ruleName: "X", detail: "y", url: "command:workbench.action.quit" };
    const [read] = readBuildCheckReport(JSON.stringify({ warnings: [warning] }))?.warnings ?? [];
    assert.deepEqual(read, { rule: "X", message: "y", startLine: 0, endLine: 0 });
  });

  it("survives fields of any kind", () => {
    const odd = { warnings: [null, 1, { location: { ranges: [{ start: { line: "2" } }] } }], buildError: {} };
    assert.equal(readBuildCheckReport(JSON.stringify(odd))?.warnings.length, 3);
  });
});

describe("why there is no report", () => {
  const why = (stderr: string) => whyNoReport({ exitCode: 1, stdout: "", stderr });

  it("is a missing buildx", () => {
    const { observed, next } = why("docker: 'buildx' is not a docker command.\nSee 'docker --help'\n");
    assert.match(observed, /`buildx` is not installed/);
    assert.match(next, /docker-buildx-plugin/);
  });

  it("is a buildx that is too old", () => {
    assert.match(why("unknown flag: --call\nSee 'docker buildx build --help'.\n").observed, /too old for build checks/);
  });

  it("is an engine that is too old, as Docker 26 without network says it", () => {
    const said = "unsupported request frontend.lint: unsupported request frontend.lint";
    const { observed } = why(`ERROR: failed to build: failed to solve: ${said}\n`);
    assert.equal(observed, `This Docker is too old for build checks: ${said}`);
  });

  it("is a frontend that cannot be fetched", () => {
    const { observed, next } = why(
      'ERROR: failed to build: failed to solve: failed to resolve source metadata for docker.io/docker/dockerfile:1: failed to do request: Head "https://registry-1.docker.io/v2/docker/dockerfile/manifests/1": dial tcp: lookup registry-1.docker.io: no such host\n',
    );
    assert.match(observed, /could not reach registry-1\.docker\.io/);
    assert.match(next, /internet connection/);
  });
});
