import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { violationsIn } from "./accessible.mjs";
import { slug, STEPS } from "./course-pages.mjs";
import { foldChecks, inFolder, openPage, shotsToTheEnd } from "./learner.mjs";
import { assertPictures } from "./panels.mjs";
import { session } from "./session.mjs";
import { withoutNetwork } from "./without-network.mjs";
import { openView, statusItem } from "./workbench.mjs";

const THEMES = [
  ["light", "Default Light Modern", "vs"],
  ["dark", "Default Dark Modern", "vs-dark"],
];

describe("the pages of the course, without a network", () => {
  let refused;

  before(async () => {
    refused = await withoutNetwork();
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await foldChecks();
  });

  for (const [name, theme, body] of THEMES) {
    for (const { step, pages } of STEPS) {
      it(`of step ${step} show all of their text and pictures in a ${name} theme, also to who cannot see them`, async () => {
        await choose(theme, body);
        for (const { title } of pages) {
          await openPage(step, title);
          const text = await shotsToTheEnd(title, `page-${step}-${slug(title)}-${name}`);
          await assertPictures(text);
          assert.deepEqual(await violationsIn(text, { own: false }), [], title);
        }
      });
    }
  }

  it("ask the network for nothing", () => assert.deepEqual(refused, []));

  async function choose(theme, body) {
    const file = inFolder(".vscode/settings.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), "workbench.colorTheme": theme }));
    await session.page.locator(`.monaco-workbench.${body}`).waitFor();
  }
});
