import assert from "node:assert/strict";
import { buildCli } from "../support/built-cli";
import { loadFixture } from "../support/fixture";
import { compareEverywhere, differences, type Seen } from "./compare-everywhere";

/** One of each kind: all well, nothing done, a build that fails, root, a crash, Compose in part. `npm run same-report` takes all. */
const SELECTION = [
  ...["reference-solution", "untouched-starter", "build-step-fails"],
  ...["user-root", "crash-at-start", "compose-without-redis"],
];

describe("the report of the editor, of the command line and of the workflow on GitHub", function () {
  this.timeout(900_000);
  let all: readonly Seen[] = [];

  before("grade the selection in all three", async () => {
    buildCli();
    all = await compareEverywhere(SELECTION.map(loadFixture));
  });

  for (const [index, name] of SELECTION.entries()) {
    it(`is the same for ${name}, apart from times and environment`, () => {
      const seen = all[index];
      assert.ok(seen);
      assert.deepEqual(differences(seen.editor, seen.cli), [], "editor / command line");
      assert.deepEqual(differences(seen.cli, seen.actions), [], "command line / Actions");
    });
  }

  it("would show a difference, were there one", () => {
    const [one, other] = all;
    assert.notDeepEqual(differences(one?.editor, other?.editor), []);
  });
});
