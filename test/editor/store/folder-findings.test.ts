import assert from "node:assert/strict";
import { folderFindings } from "../../../src/editor/store/folder-findings";
import { submissionOf } from "../../support/submission-of";

const CHALLENGE = { "src/app.py": "", "requirements.txt": "flask==3.0.0\n" };
const DOCKERFILE = 'FROM python:3.11-slim\nCMD ["python", "src/app.py"]\n';

describe("what the rules say of a folder", () => {
  it("names the files that are missing and can be begun", () => {
    const { missing } = folderFindings(submissionOf(CHALLENGE));
    const paths = missing.map(({ path }) => path);
    assert.ok(paths.includes("Dockerfile") && paths.includes(".dockerignore"), paths.join());
    assert.ok(missing.every(({ finding }) => finding.fixes.length > 0));
  });

  it("asks for nothing where the folder is not the challenge", () => {
    assert.deepEqual(folderFindings(submissionOf({ "notes.txt": "" })).missing, []);
  });

  it("names the checks that a comment in a graded file silences", () => {
    const silenced = `# dockerize-coach ignore=missing-user only for me\n${DOCKERFILE}`;
    const { suppressed } = folderFindings(submissionOf({ ...CHALLENGE, Dockerfile: silenced }));
    assert.deepEqual([...suppressed], ["non-root-user"]);
  });

  it("does not care about files that are not graded", () => {
    const silenced = `# dockerize-coach ignore=missing-user only for me\n${DOCKERFILE}`;
    const { suppressed } = folderFindings(submissionOf({ ...CHALLENGE, "other/Dockerfile": silenced }));
    assert.deepEqual([...suppressed], []);
  });
});
