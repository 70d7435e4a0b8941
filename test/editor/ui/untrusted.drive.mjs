import { session } from "./session.mjs";
import { openFile, openView, palette, rowSays, shots, statusIs, statusItem } from "./workbench.mjs";

describe("a folder that VS Code does not trust", () => {
  it("shows what the files alone decide", async () => {
    await session.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ timeout: 60_000 });
    await statusItem().waitFor();
    await openView();
    await rowSays("Dockerfile exists", "0/5");
  });

  it("coaches all the same, for that runs nothing", async () => {
    await openFile("Dockerfile");
    await session.page.locator(".editor-instance .view-line").first().click();
    await session.page.keyboard.press("Control+A");
    await session.page.keyboard.insertText("FROM python:3.11-slim\nUSER root\n");
    await session.page.locator(".editor-instance .squiggly-warning").first().waitFor();
    await palette("File: Revert File");
    await session.page.locator(".tab.active:not(.dirty)", { hasText: "Dockerfile" }).waitFor();
  });

  it("says why nothing is run, and how to change it", async () => {
    await session.page
      .locator(".sidebar .welcome-view .monaco-button", { hasText: "Manage Workspace Trust" })
      .waitFor();
    await shots("untrusted");
  });

  it("refuses to run, and says so", async () => {
    await palette("Run Challenge Checks");
    await palette("Notifications: Show Notifications");
    await session.page.locator(".notifications-center", { hasText: "Nothing has been run" }).waitFor();
    await rowSays("Image builds", "not run yet");
    await statusIs("Dockerize Coach");
  });

  it("runs without a reload once the folder is trusted", async () => {
    await session.page.locator(".sidebar .welcome-view .monaco-button", { hasText: "Manage Workspace Trust" }).click();
    await session.page
      .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ })
      .first()
      .click();
    await session.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ state: "detached" });
    await palette("Run Challenge Checks");
    await statusIs("Dockerize Coach 0/100", 120_000);
  });
});
