import assert from "node:assert/strict";
import { courseCheck } from "../../../src/core/course";
import type { CheckResult } from "../../../src/core/report";
import type { ShownCheck } from "../../../src/editor/store/shown-checks";
import {
  buildChecksDescription,
  buildChecksSentence,
  checkDescription,
  checkSentence,
} from "../../../src/editor/checks-view/words";
import { aResult } from "../a-report";

function shown(result: CheckResult, edited = false): ShownCheck {
  return { course: courseCheck(result.id), state: result.status, result, edited };
}

const waits = aResult("image-size", "skipped", { waitingFor: "image-builds" });

describe("the words of a check in the tree", () => {
  it("are its points once it is decided", () => {
    assert.equal(checkDescription(shown(aResult("multi-stage"))), "15/15");
    assert.equal(checkDescription(shown(aResult("multi-stage", "failed"))), "0/15");
    assert.equal(checkDescription(shown(aResult("compose", "partial", { earned: 5 }))), "5/15");
  });

  it("name the check that it waits for", () => {
    assert.equal(checkDescription(shown(waits)), "waiting for: Image builds");
  });

  it("do not blame the learner where the coach could not tell", () => {
    assert.equal(checkDescription(shown(aResult("compose", "errored"))), "could not check");
  });

  it("say that a file has been edited since", () => {
    assert.equal(checkDescription(shown(aResult("multi-stage"), true)), "15/15 • edited");
  });

  it("show what the build is doing", () => {
    const check: ShownCheck = { course: courseCheck("image-builds"), state: "running", edited: false };
    assert.equal(checkDescription(check, "[builder 2/4] WORKDIR /app"), "[builder 2/4] WORKDIR /app");
    assert.equal(checkDescription(check), "checking …");
  });
});

describe("the sentence that a screen reader says of a check", () => {
  it("has title, state and points, and what was found", () => {
    const failed = aResult("non-root-user", "failed", { observed: "The app runs as root." });
    assert.equal(
      checkSentence(shown(failed)),
      "Runs as a non-root user: not there yet, 0 of 15 points. The app runs as root.",
    );
  });

  it("says what it waits for, and that it is old", () => {
    assert.equal(
      checkSentence(shown(waits, true)),
      "Image is under 200 MB: waiting for: Image builds, 0 of 10 points. A file has been edited since.",
    );
  });
});

describe("the words of Docker's own build checks in the tree", () => {
  const node = (found: number | undefined, edited = false) =>
    ({ kind: "build-checks", folder: "/challenge", found, edited }) as const;

  it("say how many findings there are, and whether they are of an older text", () => {
    const said = [node(undefined), node(0), node(1), node(3, true)].map(buildChecksDescription);
    assert.deepEqual(said, ["not run yet", "nothing found", "1 finding", "3 findings • edited"]);
  });

  it("are one sentence for a screen reader", () => {
    assert.equal(
      buildChecksSentence(node(1, true)),
      "Docker's own build checks: 1 finding, no points. A file has been edited since.",
    );
  });
});
