import assert from "node:assert/strict";
import { session } from "./session.mjs";
import { offers, openView, shots, statusItem } from "./workbench.mjs";

describe("a window without a folder", () => {
  it("offers to start the challenge", async () => {
    await session.page.locator(".activitybar .action-label").first().waitFor({ timeout: 60_000 });
    await openView();
    await session.page.locator(".sidebar .welcome-view", { hasText: "No folder is open" }).waitFor();
    await session.page.locator(".sidebar .welcome-view .monaco-button", { hasText: "Start the Challenge" }).waitFor();
    await shots("no-folder");
  });

  it("has no score in the status bar, and nothing in the palette that cannot work", async () => {
    assert.equal(await statusItem().count(), 0);
    assert.equal(await offers("Dockerize Coach: Run Challenge Checks"), false);
    assert.equal(await offers("Dockerize Coach: Start the Challenge"), true);
  });
});
