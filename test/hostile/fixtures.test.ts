import assert from "node:assert/strict";
import { gradeFolder } from "../../src/folder/grade-folder";
import { assertVerdict } from "../support/assert-verdict";
import { expectedOf, loadFixture, loadFixtures } from "../support/fixture";
import { folderSnapshot } from "../support/folder-snapshot";
import { materialise } from "../support/materialise-fixture";
import { leftNothing } from "./hostile-stage";

/** Those whose verdict is the likeliest to depend on powers, on a network or on limits. */
const SELECTED = [
  "app-on-loopback",
  "compose-redis-with-password",
  "compose-starts-a-provider",
  "compose-with-hooks-and-models",
  "compose-writes-into-bind-mount",
  "healthcheck-curl-on-slim",
  "reference-solution",
  "untouched-starter",
  "user-dropped-by-entrypoint",
];

describe("Honest work among work that nobody has read", function () {
  this.timeout(180_000);

  const fixtures = process.env.HOSTILE_ALL === "1" ? loadFixtures() : SELECTED.map(loadFixture);
  for (const fixture of fixtures) {
    it(`is graded as the learner's own machine grades it: ${fixture.title} (${fixture.name})`, async () => {
      using submission = materialise(fixture);
      const before = folderSnapshot(submission.path);
      const report = await gradeFolder({
        folder: submission.path,
        trust: "untrusted",
        env: process.env,
        signal: new AbortController().signal,
      });
      assertVerdict(report, expectedOf(fixture, "untrusted"), submission.path);
      assert.deepEqual(folderSnapshot(submission.path), before, "the folder has changed");
      await leftNothing();
    });
  }
});
