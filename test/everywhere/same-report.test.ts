import assert from "node:assert/strict";
import { buildCli } from "../support/built-cli";
import { loadFixture } from "../support/fixture";
import { compareEverywhere, disagreements, type Seen } from "./compare-everywhere";

/** One of each kind: all well, nothing done, a build that fails, root, a crash, what is refused where nobody has read it. `npm run same-report` takes all. */
const SELECTION = [
  ...["reference-solution", "untouched-starter", "build-step-fails"],
  ...["user-root", "crash-at-start", "compose-with-hooks-and-models"],
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
      assert.deepEqual(disagreements(seen), []);
    });
  }

  it("would show a difference, were there one", () => {
    const [one, other] = all;
    assert.ok(one && other);
    assert.notDeepEqual(disagreements({ ...one, editor: other.editor }), []);
    assert.notDeepEqual(disagreements({ ...one, actions: other.actions }), []);
  });
});
