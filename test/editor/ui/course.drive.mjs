import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violationsIn } from "./accessible.mjs";
import { deeds } from "./course-deeds.mjs";
import { removeImages, wheelsOf } from "./course-images.mjs";
import { slug, STEPS } from "./course-pages.mjs";
import { answer, assertPictures, documentWith, isAnswered, panel } from "./panels.mjs";
import * as learner from "./learner.mjs";
import { session } from "./session.mjs";
import { extensionIsThere, findMessage, openByMessage, startIn } from "./starting.mjs";
import { withoutNetwork } from "./without-network.mjs";
import { openView, rowSays, shot, statusIs, statusItem, until } from "./workbench.mjs";

/** The page whose last check needs what the next page but one asks for. */
const LATER = "Add a user and a health check";

describe("the course, from an empty window to 100 points and the report", function () {
  this.bail(true);
  this.timeout(240_000);
  const temp = mkdtempSync(join(tmpdir(), "dockerize-coach-course-"));
  const folder = join(temp, "my-challenge");
  const chosen = {};
  let refused;
  const todo = deeds(temp);

  before(async () => {
    refused = await withoutNetwork();
    await extensionIsThere();
    mkdirSync(folder);
  });

  after(() => {
    removeImages();
    rmSync(temp, { recursive: true, force: true });
  });

  it("begins at the first page: its button puts the starter into a folder, and opens it", async () => {
    await openView();
    await learner.foldChecks();
    await learner.openPage(0, "Start the challenge");
    await documentWith("Start the challenge");
    await shot("course-empty-window");
    await learner.press("Start the Challenge");
    await startIn(folder);
    await findMessage();
    await openByMessage("my-challenge");
    session.workspace = folder;
    // what is typed here comes in whole, with its own indentation
    const asTyped = { "editor.autoIndent": "none" };
    const wheels = wheelsOf("python:3.11-slim", join(temp, "wheels"));
    settings({
      "files.autoSave": "off",
      ...asTyped,
      "[dockercompose]": asTyped,
      "[yaml]": asTyped,
      ...(wheels && { "terminal.integrated.env.linux": wheels }),
    });
    await statusItem().waitFor({ timeout: 60_000 });
    await openView();
    await learner.foldChecks();
  });

  for (const { step, pages } of STEPS) {
    for (const { title, questions } of pages) {
      it(`step ${step}, “${title}”: is shown, done, and ticked`, async () => {
        await learner.openPage(step, title);
        const text = await learner.shotsToTheEnd(title, `course-${step}-${slug(title)}`);
        await assertPictures(text);
        assert.deepEqual(await violationsIn(text, { own: false }), []);
        for (const { label, id } of questions) {
          await learner.openPage(step, title);
          await learner.ask(label, id);
          await answerInFront(id);
        }
        await learner.openPage(step, title);
        await todo[title]?.();
        await learner.openPage(step, title);
        if (title !== LATER) await learner.ticked(title);
      });
    }
  }

  it("has every page ticked at the end, and a progress file that says the same", async () => {
    await learner.openPage(3, LATER);
    await learner.ticked(LATER);
    const { score, checks, answers } = await learner.progressFile();
    assert.deepEqual(score, { earned: 100, open: 0, max: 100 });
    assert.ok(Object.values(checks).every(({ status }) => status === "passed"));
    assert.equal(
      Object.keys(answers).length,
      STEPS.flatMap(({ pages }) => pages.flatMap((one) => one.questions)).length,
    );
    await shot("course-progress-file");
  });

  it("goes back when the work is broken again, while the walkthrough keeps its tick", async () => {
    await learner.unfoldChecks();
    const text = readFileSync(learner.inFolder("Dockerfile"), "utf8");
    await learner.write("Dockerfile", text.replace(/^USER .*$/m, "USER root"));
    await rowSays("Runs as a non-root user", "0/15");
    await statusIs(/^Dockerize Coach 8[05]\/100/);
    await until("the progress file goes back", async () => {
      const { score, checks } = await learner.progressFile();
      return score.earned < 100 && checks["non-root-user"].status === "failed";
    });
    await learner.foldChecks();
    await learner.openPage(3, LATER);
    await learner.ticked(LATER);
    await shot("course-broken-again");
    assert.match(await learner.courseRow("3. Write your Dockerfile").innerText(), /7\/8/);
  });

  it("has asked the network for nothing", () => assert.deepEqual(refused, []));

  async function answerInFront(id) {
    if (await isAnswered()) return;
    if (id === "s0-q1") await shot("course-question");
    const choice = panel().locator("label.choice").first();
    const text = (await choice.count()) > 0 ? await choice.innerText() : "In my own words: what it stands on differs.";
    await answer(text.trim());
    if (id === "s0-q1") await shot("course-answered");
    assert.deepEqual(await violationsIn(await documentWith("Question")), []);
  }

  function settings(more) {
    Object.assign(chosen, more);
    mkdirSync(learner.inFolder(".vscode"), { recursive: true });
    writeFileSync(learner.inFolder(".vscode/settings.json"), JSON.stringify(chosen));
  }
});
