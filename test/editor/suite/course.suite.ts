import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands, extensions, window } from "vscode";
import { eventually } from "../../support/eventually";
import { challengeFolder } from "./the-window";

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly { readonly media: { readonly markdown: string } }[];
    }[];
  };
}

describe("the course in VS Code", () => {
  const extension = extensions.getExtension<unknown>("dockerize-coach.dockerize-coach");
  const folder = (): string => challengeFolder().fsPath;
  const kept = (): string => join(folder(), ".dockerize-coach");

  afterEach(() => rmSync(kept(), { recursive: true, force: true }));

  it("declares seven walkthroughs, and has every page with it", () => {
    assert.ok(extension);
    const { walkthroughs } = (extension.packageJSON as Manifest).contributes;
    assert.deepEqual(
      walkthroughs.map(({ id }) => id),
      [0, 1, 2, 3, 4, 5, 6].map((step) => `step${step}`),
    );
    for (const { media } of walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(existsSync(join(extension.extensionPath, media.markdown)), media.markdown);
    }
  });

  it("opens the progress file, which lies outside of the folder", async () => {
    const before = readdirSync(folder()).sort();
    await commands.executeCommand("dockerizeCoach.showProgressFile");
    const shown = window.activeTextEditor?.document;
    assert.match(shown?.fileName ?? "", /progress/);
    assert.equal((JSON.parse(shown?.getText() ?? "{}") as { folder?: string }).folder, folder());
    assert.deepEqual(readdirSync(folder()).sort(), before);
  });

  it("keeps the progress in the folder when the learner asks for it, and takes it out again", async () => {
    await commands.executeCommand("dockerizeCoach.keepProgressInFolder");
    const inFolder = JSON.parse(readFileSync(join(kept(), "progress.json"), "utf8")) as {
      folder?: string;
      course: string;
    };
    assert.equal(inFolder.folder, undefined);
    assert.equal(inFolder.course, "dockerize-python-app");
    await commands.executeCommand("dockerizeCoach.keepProgressInStorage");
    assert.equal(existsSync(join(kept(), "progress.json")), false);
  });

  it("sets a damaged progress file aside, unchanged, and begins a new one", async () => {
    mkdirSync(kept(), { recursive: true });
    const damaged = '{ "version": 1, "answers": ';
    writeFileSync(join(kept(), "progress.json"), damaged);
    await commands.executeCommand("dockerizeCoach.showProgressFile");
    const aside = readdirSync(kept()).find((name) => name.includes("set-aside"));
    assert.ok(aside, "no file was set aside");
    assert.equal(readFileSync(join(kept(), aside), "utf8"), damaged);
  });

  it("opens pages, questions, hints and cards without a walkthrough too", async () => {
    const opened: readonly (readonly [string, string, RegExp])[] = [
      ["dockerizeCoach.openPage", "3-write-your-dockerfile/phase-c", /Phase C/],
      ["dockerizeCoach.openPage", "reference/glossary", /Glossary/],
      ["dockerizeCoach.answerQuestion", "s3-q1", /Question: Phase C/],
      ["dockerizeCoach.showHint", "multi-stage", /Multi-stage/],
      ["dockerizeCoach.troubleshoot", "port-in-use", /port is taken/],
    ];
    for (const [command, argument, title] of opened) {
      await commands.executeCommand(command, argument);
      // VS Code tells of a new tab a moment after it is there
      await eventually(`a tab named ${title}`, 10_000, async () => {
        return title.test(window.tabGroups.activeTabGroup.activeTab?.label ?? "") || undefined;
      });
      await commands.executeCommand("workbench.action.closeActiveEditor");
    }
  });
});
