import assert from "node:assert/strict";
import { type Escape, ESCAPES } from "./escapes";
import { gradeHostile } from "./hostile-stage";
import { layEscape } from "./lay-escape";

/** All of them run on a stand-in engine elsewhere; here a selection shows that the real one makes no difference. */
const ALL = process.env.HOSTILE_ALL === "1";
const EVERY = 8;

describe("On a real engine, work that nobody has read", function () {
  this.timeout(60_000);

  for (const escape of ESCAPES.filter((_, index) => ALL || index % EVERY === 0)) {
    it(`is refused ${escape.name}`, async () => {
      const { check, log } = await gradeHostile({
        also: (folder, canary) => layEscape(escape, folder, canary),
        only: [escape.check],
      });
      const { status, observed = "", location } = check(escape.check);
      assert.equal(status, "failed", observed);
      assert.ok(observed.includes(wordsOf(escape)), `${observed} does not say: ${escape.says}`);
      if (escape.line !== undefined) assert.ok(location, "the check points at no line");
      assert.deepEqual(
        log.filter((line) => /^(\[\d|Step )|Creating|Starting|Pulling/.test(line)),
        [],
        "something was run",
      );
    });
  }
});

/** The folder outside has another name in each run. */
function wordsOf({ says }: Escape): string {
  return says.split("CANARY")[0] ?? "";
}
