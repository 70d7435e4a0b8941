import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { dockerignore } from "../../../src/core/checks/dockerignore";
import { lintFolder } from "../../../src/core/lint/lint-folder";
import { lintFile } from "../../../src/core/lint/lint-file";
import { openProject } from "../../../src/core/lint/project";
import { parseSubmission } from "../../../src/core/parse/parse-submission";
import { dockerignoreMissing } from "../../../src/core/rules/dockerignore-missing";
import { testRule } from "../../support/rule-tester";
import { submissionOf } from "../../support/submission-of";

const from = "FROM python:3.11-slim\nWORKDIR /app\n";
const challenge = { "requirements.txt": "flask\n", "src/app.py": "" };
const CREATED = `# Python writes these folders by itself
**/__pycache__

# Virtual environments: the image installs its own packages
**/venv
**/.venv

# Passwords and keys must never get into an image
**/.env

# The project's history
.git

# What describes the image is no part of it
Dockerfile
`;

testRule(dockerignoreMissing, {
  valid: [
    { name: "no challenge, and no whole folder is copied", text: `${from}COPY app.py .\n`, with: { "app.py": "" } },
    { name: "there is one", text: `${from}COPY . .\n`, with: { ...challenge, ".dockerignore": "" } },
    { name: "this Dockerfile has its own", text: `${from}COPY . .\n`, with: { "Dockerfile.dockerignore": "" } },
    {
      name: "there is one above, where the build may begin",
      path: "docker/Dockerfile",
      text: `${from}COPY . .\n`,
      with: { ".dockerignore": "" },
    },
    {
      name: "what it copies lies elsewhere, so nobody knows the context",
      path: "docker/Dockerfile",
      text: `${from}COPY . .\nCOPY src src\n`,
      with: challenge,
    },
    { name: "the folder comes from a stage", text: `FROM a AS b\n${from}COPY --from=b . .\n` },
  ],
  invalid: [
    {
      name: "in the challenge, whatever is copied",
      text: "from «python:3.11-slim»\ncopy src src\n",
      with: challenge,
      findings: [
        {
          message: "missing",
          fixes: [{ title: "Create .dockerignore with the usual lines", files: { ".dockerignore": CREATED } }],
        },
      ],
    },
    {
      name: "where the whole folder is copied",
      path: "api/Dockerfile",
      text: "FROM «python:3.11-slim»\nCOPY . /app\n",
      findings: [{ message: "missing", fixes: [{ files: { "api/.dockerignore": CREATED } }] }],
    },
    {
      name: "what is copied by name is not left out",
      text: "FROM «python:3.11-slim»\nCOPY .git/HEAD .git /app/\nCOPY . /app\n",
      findings: [
        {
          message: "missing",
          fixes: [{ files: { ".dockerignore": CREATED.replace("# The project's history\n.git\n\n", "") } }],
        },
      ],
    },
    {
      text: "FROM «python:3.11-slim»\nCOPY src src\n",
      with: { ...challenge, "dockerignore.txt": "venv\n" },
      findings: [{ message: "misnamed", says: ["dockerignore.txt"] }],
    },
  ],
});

describe("dockerignore-missing, of a folder", () => {
  const found = (files: Readonly<Record<string, string>>) =>
    lintFolder(openProject(submissionOf(files))).filter(({ finding }) => finding.rule === "dockerignore-missing");

  it("offers a file that gets the points and leaves the coach nothing to say", () => {
    const [missing] = found(challenge);
    assert.equal(missing?.path, ".dockerignore");
    assert.equal(missing.finding.severity, "warning");
    const text = applyEdits("", missing.finding.fixes[0]?.edits ?? []);
    const after = submissionOf({ ...challenge, ".dockerignore": text });
    assert.equal(dockerignore.judgeFiles?.(parseSubmission(after))?.status, "passed");
    assert.deepEqual(lintFile(openProject(after), ".dockerignore").findings, []);
    assert.deepEqual(found({ ...challenge, ".dockerignore": text }), []);
  });

  it("names a file that is called almost so", () => {
    const [missing] = found({ ...challenge, ".dockerignore.txt": "" });
    assert.match(missing?.finding.message ?? "", /named \.dockerignore\.txt/);
    assert.deepEqual(missing?.finding.fixes, []);
  });

  it("is silent in other folders, and where the Dockerfile has its own", () => {
    assert.deepEqual(found({ "main.py": "" }), []);
    assert.deepEqual(found({ ...challenge, "Dockerfile.dockerignore": "" }), []);
  });
});
