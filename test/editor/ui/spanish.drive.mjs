import assert from "node:assert/strict";
import { session } from "./session.mjs";
import { openView, shots, statusItem } from "./workbench.mjs";

describe("the interface in Spanish", () => {
  it("names the views, the steps and the buttons in Spanish", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    const text = () => session.page.locator(".sidebar").innerText();
    await session.page.locator(".pane-header", { hasText: "Comprobaciones" }).waitFor();
    await session.page.locator(".pane-header", { hasText: "Curso" }).waitFor();
    assert.match(await text(), /0\. Instalar Docker/);
    assert.match(await text(), /sin ejecutar/);
    await shots("spanish");
  });
});
