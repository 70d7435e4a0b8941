import assert from "node:assert/strict";
import { baseHints } from "../../../src/core/hover/base-hints";
import { modelOf } from "../../support/model-of";

const shown = (text: string) => baseHints(modelOf(text)).map(({ position, image }) => `${position.line} ${image}`);

describe("behind FROM", () => {
  it("stands what a variable comes down to", () => {
    assert.deepEqual(shown("ARG V=3.11\nFROM python:${V}-slim\n"), ["1 python:3.11-slim"]);
  });

  it("stands the image at the end of a chain of stages", () => {
    assert.deepEqual(shown("FROM python:3.11 AS a\nFROM a AS b\nFROM b\n"), ["1 python:3.11", "2 python:3.11"]);
  });

  it("stands nothing where the words say it, and where nobody knows", () => {
    assert.deepEqual(shown("FROM python:3.11-slim\n"), []);
    assert.deepEqual(shown("ARG V\nFROM python:${V}\n"), []);
  });
});
