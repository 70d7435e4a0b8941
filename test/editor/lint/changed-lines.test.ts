import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { changedLines } from "../../../src/editor/lint/changed-lines";
import { textAt } from "../../support/model-of";

/** What is taken out and put in between two texts; the edit must lead from one to the other. */
function change(before: string, after: string): readonly [string, string] {
  const { range, newText } = changedLines(before, after);
  assert.equal(applyEdits(before, [{ range, newText }]), after);
  return [textAt(before, range), newText];
}

describe("the lines that two texts differ in", () => {
  it("leave out what stands before and behind", () => {
    assert.deepEqual(change("a\nb\nc\n", "a\nX\nc\n"), ["b", "X"]);
    assert.deepEqual(change("a\nc\n", "a\nb\nc\n"), ["", "b\n"]);
    assert.deepEqual(change("a\nb\nc\n", "a\nc\n"), ["b\n", ""]);
  });

  it("hold at the very beginning and the very end", () => {
    assert.deepEqual(change("", "a\n"), ["", "a\n"]);
    assert.deepEqual(change("a", "b"), ["a", "b"]);
    assert.deepEqual(change("a\n", "a\nb"), ["", "b"]);
  });

  it("lead to the new text however often it repeats itself", () => {
    change("a\na\na\n", "a\na\n");
    change("ab\nab\n", "ab\nab\nab\n");
    change("x\nx", "x\nx\nx");
  });

  it("keep the ends of lines together", () => {
    change("a\r\nb\r\n", "a\r\nc\r\nb\r\n");
    change("a\r\nb\r\n", "a\r\n");
  });
});
