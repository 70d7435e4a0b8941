import assert from "node:assert/strict";
import {
  ConfigurationTarget,
  Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  commands,
  window,
  workspace,
} from "vscode";
import { challengeFolder, runChecks } from "./the-window";

const FIRST_LINE = "# a thought\n";

describe("a run with unsaved text", () => {
  let document: TextDocument;

  beforeEach(async () => {
    document = await workspace.openTextDocument(Uri.joinPath(challengeFolder(), "Dockerfile"));
    await window.showTextDocument(document);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), FIRST_LINE);
    await workspace.applyEdit(edit);
    assert.equal(document.isDirty, true);
  });

  afterEach(async () => {
    await setting(undefined);
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("saves it first, where the setting says always", async () => {
    await setting("always");
    const report = await runChecks();
    assert.equal(report?.score.earned, 100);
    assert.equal(document.isDirty, false);
    const saved = await workspace.fs.readFile(document.uri);
    assert.equal(Buffer.from(saved).toString().startsWith(FIRST_LINE), true);
  });

  it("leaves it alone and grades the saved text, where the setting says never", async () => {
    await setting("never");
    const report = await runChecks();
    assert.equal(report?.score.earned, 100);
    assert.equal(document.isDirty, true);
  });

  async function setting(value: "always" | "never" | undefined): Promise<void> {
    const settings = workspace.getConfiguration("dockerizeCoach");
    await settings.update("saveBeforeRun", value, ConfigurationTarget.Global);
  }
});
