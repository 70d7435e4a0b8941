import assert from "node:assert/strict";
import { newProgress } from "../../../src/core/progress/progress";
import { dueQuestions, type Moment, rateAnswer, recordAnswer } from "../../../src/core/progress/record-answer";

const day = (count: number): string => new Date(Date.UTC(2030, 0, 1 + count)).toISOString();
const on = (count: number): Moment => ({ now: day(count), inDays: (days) => day(count + days) });
const nothing = newProgress("dockerize-python-app", undefined, day(0));
const answered = recordAnswer(nothing, "s0-q1", { text: "because" }, day(0));

describe("answers to questions", () => {
  it("keep the learner's words, and can be changed without losing the rating", () => {
    const rated = rateAnswer(answered, "s0-q1", "partly", on(0));
    const changed = recordAnswer(rated, "s0-q1", { text: "better" }, day(0));
    assert.equal(changed.answers["s0-q1"]?.text, "better");
    assert.equal(changed.answers["s0-q1"]?.rating, "partly");
  });

  it("come back after a day when they were not known, and later when they were", () => {
    assert.equal(rateAnswer(answered, "s0-q1", "not-yet", on(0)).answers["s0-q1"]?.askAgain, day(1));
    assert.equal(rateAnswer(answered, "s0-q1", "knew", on(0)).answers["s0-q1"]?.askAgain, day(3));
  });

  it("are asked at longer and longer intervals, and at last no more", () => {
    const once = rateAnswer(answered, "s0-q1", "knew", on(0));
    assert.deepEqual(dueQuestions(once, day(2)), []);
    assert.deepEqual(dueQuestions(once, day(3)), ["s0-q1"]);
    const twice = rateAnswer(once, "s0-q1", "knew", on(3));
    assert.equal(twice.answers["s0-q1"]?.askAgain, day(13));
    const thrice = rateAnswer(twice, "s0-q1", "knew", on(13));
    assert.equal(thrice.answers["s0-q1"]?.askAgain, undefined);
  });

  it("take a second rating in one sitting as a correction", () => {
    const corrected = rateAnswer(rateAnswer(answered, "s0-q1", "knew", on(0)), "s0-q1", "knew", on(0));
    assert.equal(corrected.answers["s0-q1"]?.known, 1);
    assert.equal(rateAnswer(corrected, "s0-q1", "partly", on(0)).answers["s0-q1"]?.known, 0);
  });
});
