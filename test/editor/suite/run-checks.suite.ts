import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { commands, extensions } from "vscode";
import type { Report } from "../../../src/core/report";
import { comparable } from "../../everywhere/comparable";
import { NOTHING, thingsOfProcess } from "../../support/docker";
import { eventually } from "../../support/eventually";
import { challengeFolder, runCheck, runChecks } from "./the-window";

describe("Run Challenge Checks", () => {
  let report: Report | undefined;

  it("gives the reference solution 100 points, with nothing skipped", async () => {
    report = await runChecks();
    assert.deepEqual(report?.score, { earned: 100, open: 0, max: 100 });
    assert.deepEqual(
      report.checks.filter((check) => check.status !== "passed"),
      [],
    );
  });

  it("finds the same as the command line", async () => {
    const root = extensions.getExtension("dockerize-coach.dockerize-coach")?.extensionPath ?? "";
    const args = [join(root, "dist/cli.js"), "grade", challengeFolder().fsPath, "--format", "json"];
    const { stdout } = await promisify(execFile)("node", args, { maxBuffer: 2 ** 26 });
    assert.ok(report);
    const here = { folder: challengeFolder().fsPath };
    assert.deepEqual(comparable(JSON.parse(stdout) as Report, here), comparable(report, here));
  });

  it("leaves nothing of its own in the engine", async () => {
    assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
  });
});

describe("Run One Check", () => {
  it("reports that check and no other", async () => {
    const report = await runCheck("dockerignore");
    assert.deepEqual(
      report?.checks.map((check) => `${check.id} ${check.status}`),
      ["dockerignore passed"],
    );
  });
});

describe("stopping the checks", () => {
  it("ends the run without a report and leaves nothing in the engine", async () => {
    const run = runChecks();
    await eventually("the run has made something in the engine", 60_000, async () => {
      const things = await thingsOfProcess(process.pid);
      return Object.values(things).flat().length > 0 ? things : undefined;
    });
    await commands.executeCommand("dockerizeCoach.stop");
    assert.equal(await run, undefined);
    assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
  });

  it("happens to a run that a newer one takes the place of", async () => {
    const [older, newer] = await Promise.all([runChecks(), runCheck("dockerignore")]);
    assert.equal(older, undefined);
    assert.equal(newer?.checks.length, 1);
  });
});
