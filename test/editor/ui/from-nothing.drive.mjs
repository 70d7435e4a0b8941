import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { session } from "./session.mjs";
import { extensionIsThere, findMessage, openByMessage, startIn } from "./starting.mjs";
import { offers, openView, palette, row, shot } from "./workbench.mjs";

describe("an empty window, when the challenge is started", function () {
  this.bail(true);
  const page = () => session.page;
  const temp = mkdtempSync(join(tmpdir(), "dockerize-coach-nothing-"));
  const folder = join(temp, "my-challenge");

  before(async () => {
    mkdirSync(folder);
    await extensionIsThere();
  });
  after(() => rmSync(temp, { recursive: true, force: true }));

  it("puts the starter into a folder of the learner's choice", async () => {
    // a dialog that a first try left open would keep the palette away
    await page().keyboard.press("Escape");
    await palette("Dockerize Coach: Start the Challenge");
    await startIn(folder);
    await shot("from-nothing");
  });

  it("opens that folder by the message's button, and goes on in the course", async () => {
    await findMessage();
    await shot("from-nothing-message");
    await openByMessage("my-challenge");
    await openView();
    await row("3. Write your Dockerfile").waitFor({ timeout: 60_000 });
    assert.equal(await offers("Dockerize Coach: Run Challenge Checks"), true);
    await shot("from-nothing-opened");
  });
});
