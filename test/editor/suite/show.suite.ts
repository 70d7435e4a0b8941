import assert from "node:assert/strict";
import { commands, window } from "vscode";
import { challengeFolder } from "./the-window";

describe("showing a check", () => {
  const target = (id: string): unknown => ({ folder: challengeFolder().fsPath, check: { course: { id } } });

  it("opens the Dockerfile for a check of it", async () => {
    await commands.executeCommand("dockerizeCoach.openCheck", target("multi-stage"));
    assert.match(window.activeTextEditor?.document.uri.path ?? "", /\/Dockerfile$/);
  });

  it("opens the Compose file that the folder has", async () => {
    await commands.executeCommand("dockerizeCoach.openCheck", target("compose"));
    assert.match(window.activeTextEditor?.document.uri.path ?? "", /\/docker-compose\.yml$/);
  });

  it("shows what the build printed as the log of the check", async () => {
    await commands.executeCommand("dockerizeCoach.showLog", target("image-builds"));
    const document = window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, "dockerize-coach-log");
    assert.match(document.getText(), /COPY requirements\.txt/);
  });
});
