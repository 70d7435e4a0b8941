import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { STAGED_QUESTIONS } from "../../../src/core/edit/staged-questions";
import { lintFolder } from "../../../src/core/lint/lint-folder";
import { openProject } from "../../../src/core/lint/project";
import { dockerfileMissing } from "../../../src/core/rules/dockerfile-missing";
import { testRule } from "../../support/rule-tester";
import { submissionOf } from "../../support/submission-of";

const questions = `${STAGED_QUESTIONS.join("\n")}\n`;
const starter = readFileSync(join(__dirname, "../../../challenge/starter/Dockerfile"), "utf8");

testRule(dockerfileMissing, {
  valid: [
    "FROM python:3.11-slim\n",
    { name: "the starter's own questions are there", text: starter },
    { name: "an instruction without FROM is another rule's business", text: "RUN true\n" },
    { name: "so is a file that is no text", text: "", encoding: "binary" },
  ],
  invalid: [
    {
      name: "edge case 21: an empty file is one friendly information",
      text: "",
      findings: [
        {
          message: "empty",
          at: [0, 0, 0, 0],
          fixes: [{ title: "Put in the questions that lead to an image", text: questions }],
        },
      ],
    },
    {
      name: "comments only",
      text: "# syntax=docker/dockerfile:1\r\n# mine\r\n  # and mine",
      findings: [
        {
          message: "empty",
          at: [0, 0, 0, 0],
          fixes: [
            {
              text: `# syntax=docker/dockerfile:1\r\n# mine\r\n  # and mine\r\n\r\n${STAGED_QUESTIONS.join("\r\n")}`,
            },
          ],
        },
      ],
    },
  ],
});

describe("dockerfile-missing, of a folder", () => {
  const found = (files: Readonly<Record<string, string>>) =>
    lintFolder(openProject(submissionOf(files))).filter(({ finding }) => finding.rule === "dockerfile-missing");
  const challenge = { "challenge.json": '{ "id": "dockerize-python-app" }' };

  it("offers the starter's questions as a new Dockerfile, which give no answer away", () => {
    const [missing] = found(challenge);
    assert.equal(missing?.path, "Dockerfile");
    assert.equal(missing.finding.severity, "warning");
    const text = applyEdits("", missing.finding.fixes[0]?.edits ?? []);
    assert.equal(text, starter);
    assert.ok(text.split("\n").every((line) => line === "" || line.startsWith("#")));
  });

  it("names a file that is called almost so", () => {
    const [missing] = found({ ...challenge, "dockerfile.txt": "" });
    assert.match(missing?.finding.message ?? "", /dockerfile\.txt.*exactly Dockerfile/);
    assert.deepEqual(missing?.finding.fixes, []);
  });

  it("is silent where there is one, and in folders that are not the challenge", () => {
    assert.deepEqual(found({ ...challenge, Dockerfile: "" }), []);
    assert.deepEqual(found({ "challenge.json": "no json", "main.py": "" }), []);
    assert.deepEqual(found({ "requirements.txt": "" }), []);
    assert.equal(found({ "requirements.txt": "", "src/app.py": "" }).length, 1);
  });
});
