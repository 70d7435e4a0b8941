import assert from "node:assert/strict";
import { inOrder, newFolderState } from "../../../src/editor/store/folder-state";

describe("the folders of a window", () => {
  it("stand as the workspace orders them, whichever was found to be a challenge first", () => {
    const states = new Map([
      ["/two/second", newFolderState("second", 1)],
      ["/two/first", newFolderState("first", 0)],
    ]);
    assert.deepEqual(inOrder(states), ["/two/first", "/two/second"]);
  });
});
