import assert from "node:assert/strict";
import Papa from "papaparse";
import { classCsv } from "../../src/class/result/class-csv";
import { reportOf } from "../cli/report-of";
import { aClass, aSubmission, undecided } from "./a-submission";

/** The table as a spreadsheet reads it. */
function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
}

describe("a class as CSV", () => {
  it("has a line for each submission with its points, each check, and what is to be said", () => {
    const same = { content: "c", likeness: "l" };
    const csv = classCsv(
      aClass([
        aSubmission("ada", { fingerprint: same }),
        aSubmission("ben", { fingerprint: same }),
        aSubmission("cleo", { report: undecided(), ending: "timed-out" }),
        aSubmission("dora", { report: reportOf({ compose: { status: "partial", earned: 10 } }) }),
      ]),
    );
    const rows = rowsOf(csv);
    assert.deepEqual(
      rows.map(({ name, score, open, max, compose, same_as, note }) => [
        name,
        score,
        open,
        max,
        compose,
        same_as,
        note,
      ]),
      [
        ["ada", "100", "0", "100", "passed 15/15", "", ""],
        ["ben", "100", "0", "100", "passed 15/15", "ada", ""],
        ["cleo", "75", "25", "100", "errored 0/15", "", "time limit reached"],
        ["dora", "95", "0", "100", "partial 10/15", "", ""],
      ],
    );
  });

  it("opens in Excel with its umlauts, and ends its lines as RFC 4180 says", () => {
    const csv = classCsv(aClass([aSubmission("Jörg")]));
    assert.ok(csv.startsWith("\uFEFFname,folder,"));
    assert.ok(csv.endsWith("\r\n"));
    assert.match(csv, /Jörg/);
  });

  it("holds no formula, whichever sign a spreadsheet takes for the end of a cell", () => {
    const names = [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "＝1+1",
      " =1",
      "x;=cmd|' -C calc'!A0",
      "a,=1",
      "=1\n=2",
      "\t=1",
      "\r=1",
    ];
    const csv = classCsv(aClass(names.map((name) => aSubmission(name, { folder: name }))));
    for (const separator of [",", ";"])
      for (const line of csv.slice(1).split(/\r?\n/))
        for (const cell of line.split(separator)) assert.doesNotMatch(cell, /^\s*"?\s*[=+\-@＝]/, line);
  });

  it("shows control characters and marks that turn text around as a sign", () => {
    const csv = classCsv(aClass([aSubmission("a\u001b[2Jda\u202e\u200b")]));
    assert.equal(rowsOf(csv)[0]?.["name"], "a\ufffd[2Jda\ufffd\ufffd");
  });

  it("does not depend on time, engine or the order of grading", () => {
    const slow = {
      ...reportOf(),
      durationMs: 99_999,
      engine: { status: "ready", version: "1", apiVersion: "2" } as const,
    };
    const one = classCsv(aClass([aSubmission("ada"), aSubmission("ben")]));
    const other = classCsv(aClass([aSubmission("ben", { report: slow }), aSubmission("ada", { report: slow })]));
    assert.equal(one, other);
  });
});
