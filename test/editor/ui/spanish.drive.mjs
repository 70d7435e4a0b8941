import assert from "node:assert/strict";
import { press } from "./learner.mjs";
import { panelShows } from "./panels.mjs";
import { session } from "./session.mjs";
import { offers, openView, shot, statusItem } from "./workbench.mjs";

describe("the interface in Spanish", () => {
  const page = () => session.page;
  const sees = (place, text) => page().locator(place, { hasText: text }).first().waitFor({ timeout: 20_000 });

  it("names its views, how a check stands, and its commands", async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await sees(".pane-header", "Comprobaciones");
    await sees(".pane-header", "Curso");
    await sees(".sidebar .monaco-list-row", "sin ejecutar");
    assert.equal(await offers("Dockerize Coach: Ejecutar las comprobaciones del reto"), true);
  });

  it("leads through a walkthrough to a question", async () => {
    await page().locator(".sidebar .monaco-list-row", { hasText: "Conoce el problema" }).first().click();
    await sees(".gettingStartedContainer", "Paso 0: Instalar Docker");
    await press("Responder la pregunta");
    const question = await panelShows("Pregunta");
    await question.locator("button", { hasText: "Mostrar la respuesta modelo" }).waitFor();
    await shot("spanish");
  });
});
