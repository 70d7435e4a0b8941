// From an empty window to a challenge of one's own.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { session } from "./session.mjs";
import { palette, until } from "./workbench.mjs";

const page = () => session.page;

/** Waits for the extension: the window is there before its extensions are, and the palette does not know their commands yet. */
export function extensionIsThere() {
  return page().locator('.activitybar .action-label[aria-label^="Dockerize Coach"]').waitFor({ timeout: 60_000 });
}

/** Names a folder in the dialog of Start the Challenge, and has the starter put into it. */
export async function startIn(folder) {
  const box = page().locator(".quick-input-widget:visible input[type=text]");
  await until("the dialog asks for a folder", async () => (await box.inputValue()).startsWith("/"), 60_000);
  // the dialog fills in a folder of its own at first: what is typed counts once it lists that folder, which is empty
  const listed = page().locator(".quick-input-widget:visible .monaco-list-row");
  await until("the dialog is in the new folder", async () => {
    const typed = (await box.inputValue()).startsWith(folder);
    if (typed && (await listed.allInnerTexts()).join().trim() === "..") return true;
    await box.fill(`${folder}/`);
    return false;
  });
  await until("the starter is there", async () => {
    await page()
      .locator(".quick-input-widget .monaco-button", { hasText: "Start the Challenge Here" })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    return existsSync(join(folder, "src/app.py"));
  });
}

/** Finds the message about the files that were written. */
export async function findMessage() {
  await palette("Notifications: Show Notifications");
  const center = page().locator(".notifications-center");
  await center.locator(".notification-list-item", { hasText: "files written" }).waitFor();
}

/** Opens the new folder by the message's button; its window takes this one's place. */
export async function openByMessage(name) {
  await page()
    .locator(".notifications-center .monaco-button", { hasText: /^Open Folder$/ })
    .click();
  const isOpen = async () => (await page().title()).includes(name);
  await until("the folder is open", isOpen, 60_000);
}
