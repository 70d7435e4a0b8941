import assert from "node:assert/strict";
import { plainText } from "../../src/editor/plain-text";

describe("text of a learner's file in a notification", () => {
  it("never becomes a link to a command", () => {
    assert.equal(plainText("RUN echo [click](command:evil)"), "RUN echo [click] (command:evil)");
  });

  it("is one line, and not endless", () => {
    assert.equal(plainText("RUN a \\\n    && b"), "RUN a \\ && b");
    assert.equal(plainText("x".repeat(200)).length, 100);
  });
});
