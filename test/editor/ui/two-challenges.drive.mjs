import { session } from "./session.mjs";
import { openView, palette, row, rowSays, shots, statusIs, statusItem } from "./workbench.mjs";

describe("a workspace with two challenges", () => {
  it("shows a level of folders", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await row("first").waitFor();
    await row("second").waitFor();
  });

  it("asks which one to run where no editor tells", async () => {
    await palette("Run Challenge Checks");
    const choice = session.page.locator(".quick-input-widget .monaco-list-row", { hasText: "first" });
    await choice.first().click();
    await statusIs("Dockerize Coach 0/100", 120_000);
  });

  it("keeps the other folder's results to itself", async () => {
    await rowSays("first", "0/100");
    await rowSays("second", "not run yet");
    await shots("two-challenges");
  });

  it("runs the folder of the row", async () => {
    await row("second").hover();
    await row("second").locator('.action-label[aria-label="Run Challenge Checks"]').click();
    await rowSays("second", "100/100", 180_000);
    await rowSays("first", "0/100");
  });
});
