import assert from "node:assert/strict";
import { envFileVariables } from "../../../src/core/push-check/env-file-variables";
import { neededPaths } from "../../../src/core/push-check/needed-paths";
import { parseComposeFile } from "../../../src/core/parse/parse-compose-file";
import { parseSubmission } from "../../../src/core/parse/parse-submission";
import { submissionOf } from "../../support/submission-of";

/** The paths that a submission's grading needs, with what needs each. */
function needed(files: Readonly<Record<string, string>>): readonly string[] {
  return neededPaths(parseSubmission(submissionOf(files))).map(({ path, by }) => `${path} < ${by}`);
}

describe("the files that a grading needs", () => {
  it("are those that are looked at, and what the Dockerfile copies by name", () => {
    const dockerfile = "FROM python:3.11-slim\nCOPY requirements.txt .\nCOPY src/ ./src/\n";
    const files = {
      Dockerfile: dockerfile,
      ".dockerignore": "src/notes.md\n",
      "requirements.txt": "",
      "README.md": "",
    };
    const src = { "src/app.py": "", "src/lib/a.py": "", "src/notes.md": "", "src/__pycache__/app.pyc": "" };
    assert.deepEqual(needed({ ...files, ...src }), [
      "Dockerfile < the checks",
      ".dockerignore < the checks",
      "requirements.txt < Dockerfile",
      "src/app.py < Dockerfile",
      "src/lib/a.py < Dockerfile",
    ]);
  });

  it("are what the Compose file mounts or reads, and no file that may be absent", () => {
    const compose = `
services:
  api:
    env_file: [app.env, {path: maybe.env, required: false}]
    volumes: ["./conf:/conf:ro", "data:/data", "../other:/other"]
secrets:
  token: {file: ./token.txt}
`;
    const files = { "compose.yaml": compose, "app.env": "", "maybe.env": "", "conf/a.ini": "", "token.txt": "" };
    assert.deepEqual(needed(files), [
      "compose.yaml < the checks",
      "conf/a.ini < compose.yaml",
      "app.env < compose.yaml",
      "token.txt < compose.yaml",
    ]);
  });

  it("have the name by which they are asked for, where only capital letters differ", () => {
    const files = { Dockerfile: "FROM python:3.11-slim\nCOPY Requirements.txt .\n", "requirements.txt": "" };
    assert.ok(needed(files).includes("Requirements.txt < Dockerfile"));
  });

  it("leave out what is not there at all: that is for the checks to say", () => {
    assert.deepEqual(needed({ Dockerfile: "FROM python:3.11-slim\nCOPY nothing.txt .\n" }), [
      "Dockerfile < the checks",
    ]);
  });
});

describe("the variables that Compose takes from .env alone", () => {
  it("have no default and stand in .env", () => {
    const text = "services:\n  api:\n    image: ${A}\n    command: '$B ${C:-c} ${D-d} ${E:?asked for} $$F ${G}'\n";
    const compose = parseComposeFile({ path: "compose.yaml", text, encoding: "utf-8" });
    assert.deepEqual(envFileVariables(compose, "A=1\nB=2\nC=3\nD=4\nexport E=5\nF=6\n"), ["A", "B", "E"]);
  });
});
