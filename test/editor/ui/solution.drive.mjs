import assert from "node:assert/strict";
import { openView, palette, row, rows, rowSays, shots, statusIs, statusItem, unfold } from "./workbench.mjs";

describe("the reference solution in the workbench", () => {
  it("scores 100", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await palette("Run Challenge Checks");
    await statusIs("Dockerize Coach 100/100", 180_000);
  });

  it("says of every check and part that it passed", async () => {
    await unfold();
    await rowSays("Redis keeps the count", "5/5");
    const labels = await rows().evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const checks = labels.filter((label) => !label.startsWith("Step") && !label.startsWith("Docker's own"));
    assert.equal(checks.length, 13);
    assert.deepEqual(
      checks.filter((label) => !label.includes(": passed, ")),
      [],
    );
    await shots("solution");
  });

  it("says what a step holds to a screen reader", async () => {
    assert.match(await row("3. Write").getAttribute("aria-label"), /8 of 8 checks passed, 80 of 80/);
  });
});
