import { session } from "./session.mjs";
import { openView, palette, rowSays, shot, statusIs, statusItem } from "./workbench.mjs";

describe("a build that takes long", () => {
  it("shows the build's own step as it runs", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await palette("Run Challenge Checks");
    await rowSays("Image builds", "RUN sleep 120", 60_000);
  });

  it("says in a notification what it is at, with a link to the log", async () => {
    await palette("Notifications: Show Notifications");
    const notification = session.page.locator(".notifications-center .notification-list-item", {
      hasText: "RUN sleep 120",
    });
    await notification.waitFor();
    await notification.locator("a", { hasText: "Show Log" }).waitFor();
    await shot("long-build");
  });

  it("stops when it is cancelled there, and shows what it showed before", async () => {
    const cancel = session.page.locator(".notifications-center .monaco-button", { hasText: "Cancel" });
    await cancel.click();
    await rowSays("Image builds", "not run yet", 30_000);
    await statusIs("Dockerize Coach");
  });

  it("stops from the view's title too", async () => {
    await palette("Run Challenge Checks");
    await rowSays("Image builds", "RUN sleep 120", 60_000);
    // of several views, each shows its buttons when the pointer is on it
    await session.page.locator(".sidebar .pane-header", { hasText: /^Checks/ }).hover();
    await session.page.locator('.sidebar .action-label[aria-label^="Stop the Checks"]').first().click();
    await rowSays("Image builds", "not run yet", 30_000);
  });
});
