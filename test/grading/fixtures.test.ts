import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../src/core/report";
import { folderSnapshot } from "../support/folder-snapshot";
import { loadFixtures, type Fixture } from "../support/fixture";
import { assertFitsSchema } from "../support/report-schema";
import { gradeNow } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";
import { docker, NOTHING, thingsOfProcess } from "../support/docker";

/** What another project in this terminal may have left there: none of it may reach the learner's Compose file. */
const FOREIGN = {
  REDIS_URL: "redis://elsewhere:1",
  COMPOSE_FILE: "/nowhere.yml",
  COMPOSE_PROFILES: "cache",
  API_PORT: "1",
};

describe("A grading run on the real engine", function () {
  this.timeout(90_000);

  let engine = Infinity;
  before(async () => (engine = Number.parseInt(await docker("version", "--format", "{{.Server.Version}}"), 10)));

  for (const fixture of loadFixtures()) {
    it(`grades ${fixture.title} (${fixture.name})`, async function () {
      if ((fixture.sinceDocker ?? 0) > engine) this.skip();
      using submission = materialise(fixture);
      const before = folderSnapshot(submission.path);
      const report = await gradeNow(submission.path, FOREIGN);
      assertStatuses(report, fixture);
      assertScore(report, fixture);
      assertWords(report, fixture);
      assertLocations(report, fixture, submission.path);
      assertFitsSchema(report);
      assert.deepEqual(folderSnapshot(submission.path), before, "the learner's folder has changed");
    });
  }

  it("leaves nothing in the engine", async () => {
    assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
  });
});

function assertStatuses(report: Report, fixture: Fixture): void {
  const expected: Record<string, string> = { ...fixture.expected };
  const statuses = report.checks.map((check) => [check.id, check.status] as const);
  const parts = report.checks.flatMap((check) => check.parts).map((part) => [part.id, part.status] as const);
  const actual: Record<string, string> = Object.fromEntries(statuses);
  if (fixture.parts) Object.assign(actual, Object.fromEntries(parts));
  Object.assign(expected, fixture.parts);
  assert.deepEqual(actual, expected, surprises(report, expected));
}

/** What the report says of the checks that came out differently. */
function surprises(report: Report, expected: Readonly<Record<string, string>>): string {
  const items = report.checks.flatMap((check) => [check, ...check.parts]);
  const others = items.filter((item) => expected[item.id] !== undefined && expected[item.id] !== item.status);
  return others.map((item) => `${item.id} is ${item.status}, not ${expected[item.id]}: ${item.observed}`).join("\n");
}

function assertScore(report: Report, fixture: Fixture): void {
  const lost = report.checks
    .filter((check) => check.status === "failed" || check.status === "partial")
    .reduce((sum, check) => sum + check.points - check.earned, 0);
  assert.equal(report.score.earned + report.score.open + lost, 100);
  if (fixture.score) assert.deepEqual(report.score, { ...fixture.score, max: 100 });
}

function assertWords(report: Report, fixture: Fixture): void {
  for (const check of report.checks) {
    const texts = [check, ...check.parts].map(({ observed, why, next }) => [observed, why, next].join("\n"));
    const read = texts.join("\n").toLowerCase();
    for (const words of fixture.says?.[check.id] ?? []) {
      assert.ok(read.includes(words.toLowerCase()), `${check.id} does not say “${words}” but:\n${read}`);
    }
  }
}

function assertLocations(report: Report, fixture: Fixture, folder: string): void {
  for (const check of report.checks) {
    const expected = fixture.location?.[check.id];
    if (!expected) continue;
    assert.ok(check.location, `${check.id} points nowhere`);
    const { file, range } = check.location;
    const line = readFileSync(join(folder, file), "utf8").split("\n")[range.start.line] ?? "";
    assert.equal(file, expected.file);
    assert.ok(line.trim().startsWith(expected.text), `${check.id} points at “${line}”, not at “${expected.text}”`);
  }
}
