import assert from "node:assert/strict";
import { session } from "./session.mjs";
import { openView, palette, rowSays, shots, statusIs, statusItem } from "./workbench.mjs";

describe("a machine on which Docker does not run", () => {
  it("still says what the files alone decide, and leaves the rest open", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await palette("Run Challenge Checks");
    await statusIs("Dockerize Coach 35/100", 120_000);
    await rowSays("Multi-stage build", "15/15");
    await rowSays("Image builds", "could not check");
  });

  it("says what is wrong and offers to check again", async () => {
    await session.page.locator(".sidebar", { hasText: /Docker (is not running|was not found)/ }).waitFor();
    await session.page.locator(".sidebar .welcome-view .monaco-button", { hasText: "Check Again" }).waitFor();
    await shots("no-engine");
  });

  it("marks the status bar as blocked", async () => {
    assert.match((await statusItem().getAttribute("class")) ?? "", /error/);
  });
});
