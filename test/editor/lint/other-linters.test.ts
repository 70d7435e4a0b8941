import assert from "node:assert/strict";
import { saidByOthers } from "../../../src/editor/lint/other-linters";

const there =
  (...ids: readonly string[]) =>
  (id: string) =>
    ids.includes(id);

describe("what other linters say already", () => {
  it("is nothing while there is none", () => {
    assert.deepEqual([...saidByOthers("auto", there("ms-python.python"))], []);
  });

  it("is what those that are there show", () => {
    assert.deepEqual([...saidByOthers("auto", there("docker.docker"))], ["buildkit"]);
    const both = saidByOthers("auto", there("docker.docker", "ms-azuretools.vscode-containers", "exiasr.hadolint"));
    assert.deepEqual([...both].sort(), ["buildkit", "dockerfileUtils", "hadolint"]);
  });

  it("is everything or nothing where somebody has set it so", () => {
    assert.ok(saidByOthers("always", there()).has("hadolint"));
    assert.deepEqual([...saidByOthers("never", there("exiasr.hadolint"))], []);
  });
});
