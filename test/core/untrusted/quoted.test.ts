import assert from "node:assert/strict";
import { quoted } from "../../../src/core/untrusted/quoted";

describe("a name of the submission in a message", () => {
  it("stands in quotes as it is", () => assert.equal(quoted("./src/app.py"), "`./src/app.py`"));

  it("moves no cursor, turns no text around, begins no line and ends no quote", () => {
    for (const character of ["\u001b", "\u202e", "\n", "\r", "\u2028", "\u0085", "\u200f", "\ud800", "`"])
      assert.equal(quoted(`a${character}b`), "`a?b`", JSON.stringify(character));
  });

  it("is cut where nobody would read on, between characters", () => {
    const cut = quoted("😀".repeat(500));
    assert.equal([...cut].length, 62);
    assert.ok(cut.endsWith("😀…`"));
  });
});
