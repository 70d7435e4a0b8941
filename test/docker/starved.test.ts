import assert from "node:assert/strict";
import { EngineFault } from "../../src/core/container-engine";
import { throwIfStarved } from "../../src/docker/container/starved";

describe("An answer that does not come in time", () => {
  it("says nothing on a machine that has far too much to do", () => {
    assert.throws(
      () => throwIfStarved({ local: true }, 30, 2),
      (error: unknown) => {
        assert.ok(error instanceof EngineFault);
        return /30 programs wait for its 2 processors/.test(error.text.observed);
      },
    );
  });

  it("counts on a machine that is merely at work, and where the machine is another one", () => {
    throwIfStarved({ local: true }, 9, 2);
    throwIfStarved({ local: false }, 30, 2);
  });
});
