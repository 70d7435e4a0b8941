import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Report } from "../../../src/core/report";
import { buildCli, CLI, cli, output } from "../../support/built-cli";
import { NOTHING, thingsOfProcess } from "../../support/docker";
import { eventually } from "../../support/eventually";
import { folderSnapshot } from "../../support/folder-snapshot";
import { assertFitsSchema } from "../../support/report-schema";
import { tempFolder, type TempFolder } from "../../support/temp-folder";

const CHALLENGE = join(__dirname, "..", "..", "..", "challenge");

function challengeFolder(...layers: readonly ("starter" | "solution")[]): TempFolder {
  const folder = tempFolder();
  for (const layer of layers) cpSync(join(CHALLENGE, layer), folder.path, { recursive: true });
  return folder;
}

const SLOW = "FROM python:3.11-slim\nRUN sleep 60\n";

describe("grade on a real engine", function () {
  this.timeout(120_000);
  before(buildCli);

  it("gives the reference solution all points, prints JSON alone, and changes nothing in the folder", async () => {
    using folder = challengeFolder("starter", "solution");
    const before = folderSnapshot(folder.path);
    const { code, stdout, stderr } = await cli(["grade", folder.path, "--format", "json"]);
    const report = JSON.parse(stdout) as Report;
    assertFitsSchema(report);
    assert.deepEqual(report.score, { earned: 100, open: 0, max: 100 }, stdout);
    assert.equal(code, 0);
    assert.equal(stderr, "");
    assert.deepEqual(folderSnapshot(folder.path), before);
  });

  it("gives the untouched starter nothing", async () => {
    using folder = challengeFolder("starter");
    const { code, stdout } = await cli(["grade", "--format", "json"], { cwd: folder.path });
    const report = JSON.parse(stdout) as Report;
    assertFitsSchema(report);
    assert.equal(report.score.earned, 0);
    assert.deepEqual(
      report.checks.filter((check) => check.status === "errored").map((check) => check.id),
      [],
    );
    assert.equal(code, 1);
  });

  it("reports the chosen checks only, and takes the minimum score at its word", async () => {
    using folder = challengeFolder("starter", "solution");
    const only = ["--only", "image-size,multi-stage", "--format", "json"];
    const run = await cli(["grade", folder.path, ...only, "--min-score", "25"]);
    const report = JSON.parse(run.stdout) as Report;
    assert.deepEqual(
      report.checks.map(({ id }) => id),
      ["multi-stage", "image-size"],
    );
    assert.deepEqual([report.score.earned, report.score.max, run.code], [25, 25, 0]);
    assert.equal((await cli(["grade", folder.path, ...only, "--min-score", "26"])).code, 1);
  });

  it("exits with 3 where no engine answers, with the points that only an engine can give still open", async () => {
    using folder = challengeFolder("starter", "solution");
    const env = { DOCKER_HOST: "unix:///no/such/engine.sock" };
    const { code, stdout } = await cli(["grade", folder.path, "--format", "json"], { env });
    const report = JSON.parse(stdout) as Report;
    assertFitsSchema(report);
    assert.equal(report.engine.status, "unreachable");
    assert.deepEqual(report.score, { earned: 35, open: 65, max: 100 });
    assert.equal(code, 3);
    assert.equal((await cli(["grade", folder.path, "--min-score", "35"], { env })).code, 0);
  });

  (process.platform === "linux" ? it : it.skip)(
    "shows live progress on a terminal, and gives the cursor back",
    async () => {
      using folder = challengeFolder("starter", "solution");
      const command = `"${process.execPath}" "${CLI}" grade "${folder.path}" --only image-builds,dockerignore`;
      const { code, stdout } = await output("script", ["-qec", command, "/dev/null"], { env: { TERM: "xterm" } });
      assert.equal(code, 0);
      assert.match(stdout, /^\u001b\[\?25l\r\u001b\[K⠋ 0\/2 Looking for the engine …/);
      assert.ok(stdout.lastIndexOf("\u001b[?25h") > stdout.lastIndexOf("\u001b[?25l"), "the cursor is back");
      assert.match(stripVTControlCharacters(stdout), /✔ {2}10\/10 {2}Image builds/);
      assert.match(stdout, /\u001b\[32m✔/);
    },
  );

  (process.platform === "linux" ? it : it.skip)("gives the cursor back after Ctrl+C, pressed twice", async () => {
    using folder = tempFolder({ Dockerfile: SLOW });
    const command = `"${process.execPath}" "${CLI}" grade "${folder.path}"`;
    const child = spawn("script", ["-qec", command, "/dev/null"], { env: { ...process.env, TERM: "xterm" } });
    let shown = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (shown += text));
    const closed = once(child, "close") as Promise<[number | null]>;
    const says = (text: string) => eventually(text, 30_000, () => Promise.resolve(shown.includes(text) || undefined));
    await says("sleep 60");
    child.stdin.write("\u0003");
    await says("Stopping, and removing");
    child.stdin.write("\u0003");
    const [code] = await closed;
    assert.equal(code, 130);
    assert.ok(shown.lastIndexOf("\u001b[?25h") > shown.lastIndexOf("\u001b[?25l"), "the cursor is back");
  });

  (process.platform === "win32" ? describe.skip : describe)("stopped in the middle", () => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      it(`by ${signal}, removes what it made and says so with its exit code`, async () => {
        using folder = tempFolder({ Dockerfile: SLOW });
        const child = spawn(process.execPath, [CLI, "grade", folder.path], { stdio: ["ignore", "pipe", "pipe"] });
        let stderr = "";
        child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
        const closed = once(child, "close") as Promise<[number | null]>;
        const children = () => output("pgrep", ["-P", String(child.pid)], {}).then(({ stdout }) => stdout || undefined);
        await eventually("the build begins", 20_000, children);
        child.kill(signal);
        await eventually("it says that it stops", 10_000, () => Promise.resolve(stderr || undefined));
        const [code] = await closed;
        assert.equal(code, 128 + constants.signals[signal]);
        assert.match(stderr, /Stopping, and removing what this run has made/);
        assert.deepEqual(await thingsOfProcess(child.pid), NOTHING);
      });
    }
  });

  it("does not mind that nobody reads its report", async () => {
    using folder = challengeFolder("starter");
    const child = spawn(process.execPath, [CLI, "grade", folder.path], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const [code] = (await once(child, "close")) as [number];
    assert.equal(stderr, "");
    assert.equal(code, 1);
  });
});
