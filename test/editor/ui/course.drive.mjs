import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { session } from "./session.mjs";
import { openFile, openView, palette, rowSays, shot, shots, statusIs, statusItem, until } from "./workbench.mjs";
import { answer, closeTab, courseRow, foldChecks, openPage, panel, panelShows, press, ticked } from "./learner.mjs";

const root = new URL("../../../", import.meta.url);
const read = (file) => readFileSync(new URL(file, root), "utf8");
const { contributes } = JSON.parse(read("package.json"));
const texts = JSON.parse(read("package.nls.json"));
const said = (key) => texts[key.slice(1, -1)];
const STEPS = contributes.walkthroughs.map(({ id, steps }) => ({
  step: Number(id.replace("step", "")),
  pages: steps.map((page) => ({
    title: said(page.title),
    buttons: [
      ...said(page.description).matchAll(/^\[([^\]]+)\]\(command:dockerizeCoach\.answerQuestion\?([^)]+)\)/gm),
    ].map(([, label]) => label),
  })),
}));
const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;

describe("the course, from the first page to the report", function () {
  this.bail(true);
  const page = () => session.page;
  const save = (name, text) => writeFileSync(join(session.workspace, name), text);

  before(async () => {
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await foldChecks();
  });

  /** Answers every question of a page by its buttons. */
  async function answerAll(step, title, buttons) {
    for (const label of buttons) {
      await openPage(step, title);
      await press(label);
      const choice = (await panelShows("Question")).locator("label.choice").first();
      await panel().locator("textarea, label.choice").first().waitFor();
      await answer(
        (await choice.count()) > 0
          ? (await choice.innerText()).trim()
          : "In my own words: it depends on what it stands on.",
      );
    }
    await openPage(step, title);
  }

  for (const { step, pages } of STEPS) {
    for (const { title, buttons } of pages) {
      it(`step ${step}, “${title}”: shows the page, and takes the answers`, async () => {
        await openPage(step, title);
        await shot(`course-${step}-${slug(title)}-light`);
        if (buttons.length > 0) await answerAll(step, title, buttons);
      });
    }
  }

  it("looks right in the dark theme too, page by page", async function () {
    this.timeout(300_000);
    theme("Default Dark Modern");
    await page().locator(".monaco-workbench.vs-dark").waitFor();
    for (const { step, pages } of STEPS) {
      for (const { title } of pages) {
        await openPage(step, title);
        await shot(`course-${step}-${slug(title)}-dark`);
      }
    }
    theme("Default Light Modern");
    await page().locator(".monaco-workbench.vs").waitFor();
  });

  function theme(name) {
    const settings = { "files.autoSave": "off", "workbench.colorTheme": name };
    save(".vscode/settings.json", JSON.stringify(settings));
  }
});

function slug(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
