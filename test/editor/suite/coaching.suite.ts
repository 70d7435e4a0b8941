import assert from "node:assert/strict";
import {
  type CodeAction,
  CodeActionKind,
  commands,
  ConfigurationTarget,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  type InlayHint,
  languages,
  type MarkdownString,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import { eventually } from "../../support/eventually";
import { challengeFolder } from "./the-window";

const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;

describe("coaching while somebody types", () => {
  let document: TextDocument;

  beforeEach(async () => {
    document = await workspace.openTextDocument(Uri.joinPath(challengeFolder(), "Dockerfile"));
    await window.showTextDocument(document);
    await write(NAIVE);
  });

  afterEach(async () => {
    for (const name of ["rules", "learningPhase", "saveBeforeRun"]) await setting(name, undefined);
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("underlines what will cost points, in text that is not saved, with a link to the rule's page", async () => {
    await setting("learningPhase", "goals");
    const shown = await finding("missing-user", (each) => each.severity === DiagnosticSeverity.Warning);
    assert.equal(document.isDirty, true);
    assert.equal(shown.source, "Dockerize Coach");
    assert.deepEqual(shown.range, new Range(0, 5, 0, 16));
    assert.equal((shown.code as { target: Uri }).target.scheme, "dockerize-coach-rule");
  });

  it("is quiet about the goals while the simple Dockerfile is what the course asks for", async () => {
    await setting("learningPhase", "naive");
    const shown = await finding("missing-user", (each) => each.severity === DiagnosticSeverity.Information);
    assert.equal(shown.severity, DiagnosticSeverity.Information);
  });

  it("shows a rule as somebody has set it, or not at all", async () => {
    await setting("rules", { "missing-user": "error" });
    await finding("missing-user", (each) => each.severity === DiagnosticSeverity.Error);
    await setting("rules", { "missing-user": "off" });
    await gone("missing-user");
  });

  it("explains and hints before it offers to write the answer", async () => {
    const shown = await finding("missing-user");
    const titles = (await actionsAt(shown.range)).map(({ title }) => title);
    const index = (text: RegExp) => titles.findIndex((title) => text.test(title));
    const explain = index(/^Explain: The app runs as root/);
    assert.ok(explain >= 0, titles.join("; "));
    assert.ok(index(/^Hint: The app runs as root/) > explain);
    assert.ok(index(/appuser/) > index(/^Hint: The app runs as root/), titles.join("; "));
    assert.ok(index(/^Ignore “missing-user”/) > index(/appuser/), titles.join("; "));
  });

  it("makes a fix, after which the squiggle is gone", async () => {
    const shown = await finding("missing-user");
    const fix = (await actionsAt(shown.range)).find(({ title }) => title === "Create appuser and switch to it");
    assert.ok(fix?.edit, "a fix with an edit");
    await workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /^USER appuser$/m);
    await gone("missing-user");
  });

  it("marks as preferred what needs no decision and gives no answer away", async () => {
    await write(NAIVE.replace("pip install", "pip install --no-cache-dir").replace("COPY . .", "ADD . ."));
    const shown = await finding("add-instead-of-copy");
    const preferred = (await actionsAt(shown.range)).filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    assert.match(preferred[0]?.title ?? "", /^Use COPY/);
  });

  it("fixes all that needs no decision in one step, and one Undo takes it back", async () => {
    await finding("missing-user");
    await commands.executeCommand("dockerizeCoach.fixAll");
    await eventually("the fixed text", 10_000, async () => (/AS builder/.test(document.getText()) ? true : undefined));
    assert.match(document.getText(), /^USER \S+$/m);
    await commands.executeCommand("undo");
    assert.equal(document.getText(), NAIVE);
  });

  it("offers the same as a source action, for those who want it on every save", async () => {
    await finding("missing-user");
    const actions = await actionsAt(new Range(0, 0, 0, 0), CodeActionKind.SourceFixAll.append("dockerizeCoach").value);
    assert.equal(actions.length, 1);
    const asked = await actionsAt(new Range(0, 0, 0, 0), CodeActionKind.SourceFixAll.value);
    assert.equal(asked.length, 1);
  });

  it("leaves alone what somebody has switched off", async () => {
    await setting("rules", { "single-stage-build": "off", "python-env-recommended": "off" });
    await gone("single-stage-build");
    await commands.executeCommand("dockerizeCoach.fixAll");
    await eventually("the fixed text", 10_000, async () => (/^USER /m.test(document.getText()) ? true : undefined));
    assert.doesNotMatch(document.getText(), /AS builder|PYTHONUNBUFFERED/);
  });

  it("does so on every save where somebody wants it, and never writes the answer for who is still at the simple file", async () => {
    const onSave = workspace.getConfiguration("editor", document.uri);
    await onSave.update("codeActionsOnSave", { "source.fixAll": "explicit" }, ConfigurationTarget.Global);
    try {
      await setting("learningPhase", "naive");
      await finding("missing-user", (each) => each.severity === DiagnosticSeverity.Information);
      await document.save();
      assert.match(document.getText(), /PYTHONUNBUFFERED/);
      assert.doesNotMatch(document.getText(), /AS builder|USER/);
      await setting("learningPhase", "goals");
      await finding("missing-user", (each) => each.severity === DiagnosticSeverity.Warning);
      await write(`${document.getText()}# come further\n`);
      await document.save();
      assert.match(document.getText(), /AS builder[^]*^USER /m);
    } finally {
      await onSave.update("codeActionsOnSave", undefined, ConfigurationTarget.Global);
      await restore();
    }
  });

  it("takes a comment for an answer, and says nothing more on that line", async () => {
    await finding("missing-user");
    await write(`# dockerize-coach ignore=missing-user only for me\n${NAIVE}`);
    await gone("missing-user");
  });

  it("says what an instruction is for, when the pointer rests on it", async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new Range(1, 2, 1, 2).start,
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value));
    assert.ok(
      texts.some((text) => text.includes("folder that the following instructions")),
      texts.join("\n"),
    );
  });

  it("shows behind FROM what a variable comes down to", async () => {
    await write("ARG V=3.11\nFROM python:${V}-slim\n");
    const hints = await commands.executeCommand<InlayHint[]>(
      "vscode.executeInlayHintProvider",
      document.uri,
      new Range(0, 0, 3, 0),
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ["= python:3.11-slim"],
    );
  });

  it("coaches a Dockerfile that has no place on disk yet", async () => {
    const untitled = await workspace.openTextDocument({
      language: "dockerfile",
      content: "FROM python:3.11-slim\nUSER root\n",
    });
    await window.showTextDocument(untitled);
    await eventually("a finding", 10_000, async () =>
      languages.getDiagnostics(untitled.uri).find((each) => codeOf(each) === "last-user-root"),
    );
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await eventually("no findings of a closed text", 10_000, async () =>
      languages.getDiagnostics(untitled.uri).length === 0 ? true : undefined,
    );
  });

  it("lets Docker itself look at the file, under a source of its own", async () => {
    await setting("saveBeforeRun", "always");
    await write("FROM python:3.11\nWORKDIR app\n");
    const count = await commands.executeCommand<number>("dockerizeCoach.buildChecks", challengeFolder());
    assert.equal(count, 1);
    const shown = languages.getDiagnostics(document.uri).filter(({ source }) => source === "Docker build check");
    assert.deepEqual(
      shown.map((each) => [codeOf(each), each.range.start.line]),
      [["WorkdirRelativePath", 1]],
    );
    await write("FROM python:3.11\n");
    await eventually("no findings about older text", 10_000, async () =>
      languages.getDiagnostics(document.uri).some(({ source }) => source === "Docker build check") ? undefined : true,
    );
    await restore();
  });

  async function write(text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.replace(document.uri, new Range(document.positionAt(0), end), text);
    await workspace.applyEdit(edit);
  }

  /** For tests that save the file. */
  async function restore(): Promise<void> {
    await write(saved);
    await document.save();
  }

  let saved = "";
  before(async () => {
    saved = (await workspace.openTextDocument(Uri.joinPath(challengeFolder(), "Dockerfile"))).getText();
  });

  function finding(rule: string, suits: (each: Diagnostic) => boolean = () => true): Promise<Diagnostic> {
    return eventually(`a finding of ${rule}`, 15_000, async () =>
      languages.getDiagnostics(document.uri).find((each) => codeOf(each) === rule && suits(each)),
    );
  }

  function gone(rule: string): Promise<true> {
    return eventually(`no finding of ${rule}`, 15_000, async () =>
      languages.getDiagnostics(document.uri).some((each) => codeOf(each) === rule) ? undefined : true,
    );
  }

  function actionsAt(range: Range, kind?: string): Promise<CodeAction[]> {
    return Promise.resolve(
      commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind),
    );
  }

  async function setting(name: string, value: unknown): Promise<void> {
    await workspace.getConfiguration("dockerizeCoach").update(name, value, ConfigurationTarget.Global);
  }
});

function codeOf(diagnostic: Diagnostic | undefined): string | undefined {
  const code = diagnostic?.code;
  return typeof code === "object" ? String(code.value) : code === undefined ? undefined : String(code);
}
