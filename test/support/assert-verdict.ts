import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../src/core/report";
import type { ExpectedVerdict } from "./fixture";

/** Fails unless a full report says what is expected: statuses, score, words, and the lines that it points at in the folder. */
export function assertVerdict(report: Report, verdict: ExpectedVerdict, folder: string): void {
  assertStatuses(report, verdict);
  assertScore(report, verdict);
  assertWords(report, verdict);
  assertLocations(report, verdict, folder);
}

function assertStatuses(report: Report, verdict: ExpectedVerdict): void {
  const expected: Record<string, string> = { ...verdict.expected };
  const statuses = report.checks.map((check) => [check.id, check.status] as const);
  const parts = report.checks.flatMap((check) => check.parts).map((part) => [part.id, part.status] as const);
  const actual: Record<string, string> = Object.fromEntries(statuses);
  if (verdict.parts) Object.assign(actual, Object.fromEntries(parts));
  Object.assign(expected, verdict.parts);
  assert.deepEqual(actual, expected, surprises(report, expected));
}

/** What the report says of the checks that came out differently. */
function surprises(report: Report, expected: Readonly<Record<string, string>>): string {
  const items = report.checks.flatMap((check) => [check, ...check.parts]);
  const others = items.filter((item) => expected[item.id] !== undefined && expected[item.id] !== item.status);
  return others.map((item) => `${item.id} is ${item.status}, not ${expected[item.id]}: ${item.observed}`).join("\n");
}

function assertScore(report: Report, verdict: ExpectedVerdict): void {
  const lost = report.checks
    .filter((check) => check.status === "failed" || check.status === "partial")
    .reduce((sum, check) => sum + check.points - check.earned, 0);
  assert.equal(report.score.earned + report.score.open + lost, 100);
  if (verdict.score) assert.deepEqual(report.score, { ...verdict.score, max: 100 });
}

function assertWords(report: Report, verdict: ExpectedVerdict): void {
  for (const check of report.checks) {
    const texts = [check, ...check.parts].map(({ observed, why, next }) => [observed, why, next].join("\n"));
    const read = texts.join("\n").toLowerCase();
    for (const words of verdict.says?.[check.id] ?? []) {
      assert.ok(read.includes(words.toLowerCase()), `${check.id} does not say “${words}” but:\n${read}`);
    }
  }
}

function assertLocations(report: Report, verdict: ExpectedVerdict, folder: string): void {
  for (const check of report.checks) {
    const expected = verdict.location?.[check.id];
    if (!expected) continue;
    assert.ok(check.location, `${check.id} points nowhere`);
    const { file, range } = check.location;
    const line = readFileSync(join(folder, file), "utf8").split("\n")[range.start.line] ?? "";
    assert.equal(file, expected.file);
    assert.ok(line.trim().startsWith(expected.text), `${check.id} points at “${line}”, not at “${expected.text}”`);
  }
}
