import assert from "node:assert/strict";
import { githubReport } from "../../../src/cli/reporters/github";
import { runnerCommands } from "../../support/runner-commands";
import { MIXED } from "../mixed-report";
import { reportOf } from "../report-of";

describe("the annotations of a grading run", () => {
  it("stand at the lines of the files, by their path from the repository's root", () => {
    const commands = runnerCommands(githubReport(MIXED, (file) => `work/a,b:c/${file}`));
    const root = commands.find(({ properties }) => properties["title"]?.startsWith("Runs as a non-root user"));
    assert.deepEqual(root, {
      name: "error",
      properties: {
        file: "work/a,b:c/Dockerfile",
        line: "18",
        endLine: "18",
        col: "1",
        endColumn: "5",
        title: "Runs as a non-root user (0/15)",
      },
      data: "It runs as root.\nAdd a user.",
    });
  });

  it("call what costs points an error, what could not be decided a warning, and the score a notice", () => {
    const kinds = runnerCommands(githubReport(MIXED, (file) => file)).map(({ name }) => name);
    assert.deepEqual(kinds, ["error", "error", "warning", "notice"]);
  });

  it("are the score alone where everything passed", () => {
    const [only, ...more] = runnerCommands(githubReport(reportOf(), (file) => file));
    assert.deepEqual(more, []);
    assert.equal(only?.properties["title"], "Dockerize a Python Application: 100 of 100 points");
  });
});
