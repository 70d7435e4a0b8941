import assert from "node:assert/strict";
import { openView, row, rowSays, shots, statusIs, statusItem, statusText, unfold, palette } from "./workbench.mjs";

describe("the starter, as a learner first opens it", () => {
  it("shows the coach in the status bar, without a number before the first run", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    assert.equal(await statusText(), "Dockerize Coach");
  });

  it("shows what the files alone decide, and what has not been run yet", async () => {
    await openView();
    await rowSays("Dockerfile exists", "0/5");
    await rowSays("Image builds", "not run yet");
  });

  it("opens only the step with the first thing to do", async () => {
    assert.equal(await row("3. Write").getAttribute("aria-expanded"), "true");
    assert.equal(await row("4. Create").getAttribute("aria-expanded"), "false");
  });

  it("earns nothing by being opened", async () => {
    await palette("Run Challenge Checks");
    await statusIs("Dockerize Coach 0/100", 120_000);
    await rowSays("Image builds", "waiting for: Dockerfile exists");
    await unfold();
    await shots("starter");
  });
});
