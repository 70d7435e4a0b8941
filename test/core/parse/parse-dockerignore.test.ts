import assert from "node:assert/strict";
import { parseDockerignore } from "../../../src/core/parse/parse-dockerignore";
import { IGNORE_CASES } from "../../fixtures/dockerignore-cases";
import { textAt } from "../../support/model-of";

const parse = (text: string) => parseDockerignore({ path: ".dockerignore", text, encoding: "utf-8" });

describe("parseDockerignore", () => {
  const table: readonly (readonly [text: string, leftOut: readonly string[], kept: readonly string[]])[] = [
    ["__pycache__", ["__pycache__", "__pycache__/a.pyc"], ["src/__pycache__/a.pyc"]],
    ["**/__pycache__", ["__pycache__/a.pyc", "src/__pycache__/a.pyc"], ["src/app.py"]],
    ["*.pyc", ["a.pyc"], ["src/a.pyc"]],
    ["**.pyc", ["a.pyc", "src/a.pyc"], ["src/a.py"]],
    ["venv/", ["venv/lib/x"], ["venv2/x", "src/venv/x"]],
    ["*\n!src", ["README.md"], ["src/app.py"]],
    ["!README.md\n*.md", ["README.md"], []],
    ["*.md\r\n!README.md\r\n", ["a.md"], ["README.md"]],
    ["# venv", [], ["venv/x"]],
    ["VENV", [], ["venv/x"]],
  ];
  for (const [text, leftOut, kept] of table) {
    it(`${JSON.stringify(text)} leaves out ${leftOut.join(", ") || "nothing"} and keeps ${kept.join(", ") || "the rest"}`, () => {
      const model = parse(text);
      assert.deepEqual(
        [...leftOut, ...kept].filter((path) => model.ignores(path)),
        leftOut,
      );
    });
  }

  it("lists its patterns with their places", () => {
    const text = "# note\r\n venv \r\n\r\n!venv/keep\r\n";
    const { lines } = parse(text);
    assert.deepEqual(
      lines.map(({ pattern, negated, range }) => [pattern, negated, textAt(text, range)]),
      [
        ["venv", false, "venv"],
        ["venv/keep", true, "!venv/keep"],
      ],
    );
  });
  for (const { title, text } of IGNORE_CASES.filter(({ refused }) => refused)) {
    it(`says that Docker refuses ${title}`, () =>
      assert.match(parse(text).problems[0]?.message ?? "", /Docker cannot read this pattern/));
  }
  it("says that a file is UTF-16, and takes no pattern from it", () => {
    const model = parseDockerignore({ path: ".dockerignore", text: "venv", encoding: "utf-16le" });
    assert.match(model.problems[0]?.message ?? "", /UTF-16/);
    assert.equal(model.ignores("venv/x"), false);
  });
});
