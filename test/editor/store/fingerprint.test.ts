import assert from "node:assert/strict";
import type { Submission } from "../../../src/core/submission";
import { fingerprint } from "../../../src/editor/store/fingerprint";

function submission(files: Readonly<Record<string, string>>, ...others: readonly string[]): Submission {
  const entries = Object.entries(files).map(([path, text]) => [path, { path, text, encoding: "utf-8" }] as const);
  return { files: new Map(entries), paths: new Set([...Object.keys(files), ...others]) };
}

const before = fingerprint(submission({ Dockerfile: "FROM a", "requirements.txt": "flask" }), 0);

describe("the fingerprint of a submission", () => {
  it("is the same for the same files, in whatever order they were found", () => {
    assert.equal(fingerprint(submission({ "requirements.txt": "flask", Dockerfile: "FROM a" }), 0), before);
  });

  it("changes with a file's text", () => {
    assert.notEqual(fingerprint(submission({ Dockerfile: "FROM b", "requirements.txt": "flask" }), 0), before);
  });

  it("changes with a new file, even one whose text is not read", () => {
    assert.notEqual(
      fingerprint(submission({ Dockerfile: "FROM a", "requirements.txt": "flask" }, "src/db.py"), 0),
      before,
    );
  });

  it("changes with a change to a file whose text is not read", () => {
    assert.notEqual(fingerprint(submission({ Dockerfile: "FROM a", "requirements.txt": "flask" }), 1), before);
  });

  it("stays the same when the learner's tools write their caches", () => {
    const files = { Dockerfile: "FROM a", "requirements.txt": "flask" };
    assert.equal(fingerprint(submission(files, "src/__pycache__/app.pyc", ".git/index", "venv/"), 0), before);
  });

  it("does not take two files for one with the same text", () => {
    assert.notEqual(fingerprint(submission({ a: "x", b: "" }), 0), fingerprint(submission({ a: "", b: "x" }), 0));
  });
});
