import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openKeptResults } from "../../src/class/grading/kept-results";
import { reportOf } from "../cli/report-of";
import { tempFolder } from "../support/temp-folder";
import { undecided } from "./a-submission";

const FILES = { content: "c", likeness: "l" };
const HOW = { grader: "1.0.0", trust: "untrusted", buildNetwork: "open" } as const;
const RESULT = { ending: "graded", report: reportOf() } as const;

describe("results that are kept", () => {
  it("are found again by the next run", async () => {
    using folder = tempFolder();
    await (await openKeptResults(folder.path, HOW, false)).keep(FILES, RESULT);
    assert.deepEqual(await (await openKeptResults(folder.path, HOW, false)).find(FILES), RESULT);
  });

  const others = [
    ["other files", FILES.content + "!", HOW],
    ["another version", FILES.content, { ...HOW, grader: "1.0.1" }],
    ["another trust", FILES.content, { ...HOW, trust: "trusted" }],
    ["another network", FILES.content, { ...HOW, buildNetwork: "closed" }],
  ] as const;
  for (const [what, content, how] of others) {
    it(`are not taken for those of ${what}`, async () => {
      using folder = tempFolder();
      await (await openKeptResults(folder.path, HOW, false)).keep(FILES, RESULT);
      assert.equal(await (await openKeptResults(folder.path, how, false)).find({ ...FILES, content }), undefined);
    });
  }

  it("do not count where something was undecided, so that it is graded again", async () => {
    using folder = tempFolder();
    const kept = await openKeptResults(folder.path, HOW, false);
    await kept.keep(FILES, { ending: "graded", report: undecided() });
    assert.equal(await kept.find(FILES), undefined);
  });

  it("do not count where they are damaged or half written", async () => {
    using folder = tempFolder();
    const kept = await openKeptResults(folder.path, HOW, false);
    await kept.keep(FILES, RESULT);
    const [file] = readdirSync(join(folder.path, "results"));
    for (const text of ["", "{", "{}", '{"ending":"graded","report":{"version":1}}']) {
      writeFileSync(join(folder.path, "results", file ?? ""), text);
      assert.equal(await kept.find(FILES), undefined, text);
    }
  });

  it("are forgotten on request", async () => {
    using folder = tempFolder();
    await (await openKeptResults(folder.path, HOW, false)).keep(FILES, RESULT);
    assert.equal(await (await openKeptResults(folder.path, HOW, true)).find(FILES), undefined);
  });

  it("say so where the folder cannot be written to", async () => {
    using folder = tempFolder({ taken: "a file" });
    await assert.rejects(
      openKeptResults(join(folder.path, "taken"), HOW, false),
      /cannot write into the folder .*taken/,
    );
  });
});
