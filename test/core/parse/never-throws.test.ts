import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeText } from "../../../src/core/parse/decode-text";
import { dockerfileFacts } from "../../../src/core/parse/dockerfile-facts";
import { parseImageReference } from "../../../src/core/parse/image-reference";
import { parseComposeFile } from "../../../src/core/parse/parse-compose-file";
import { parseDockerignore } from "../../../src/core/parse/parse-dockerignore";
import type { TextRange } from "../../../src/core/text";
import { modelOf } from "../../support/model-of";

const RUNS = { numRuns: 2000 };
const fileOf = (text: string) => ({ path: "file", text, encoding: "utf-8" as const });

/** what these languages are made of, so that chance finds their corners */
const PIECES = [
  ..."FROM |RUN |ENV |ARG |LABEL |COPY |CMD |HEALTHCHECK |ONBUILD |USER |SHELL |scratch| AS b|NONE|sh -c |--from=b|--interval=5s|--mount=type=cache,".split(
    "|",
  ),
  ..."<<EOF|EOF\n|<<-'E F'|\\\n|\r\n|\r|# c\n|# escape=`\n|${A:-|${A##*|${A/|}|$A|\u00a0|\uFEFF|\v".split("|"),
  ..."'\"[],=a `\\!*?.-/:{(+^\n\t",
  ..."**/|[a-|x: |- |&a |*a|<<: |\n  ".split("|"),
];
const someText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => `FROM scratch\n${pieces.join("")}`),
);

describe("on any text whatever", function () {
  this.timeout(60_000);

  it("a Dockerfile's model has its places inside the text", () => {
    const property = fc.property(someText, (text) => {
      const model = modelOf(text);
      const instructions = model.stages.flatMap((stage) => stage.instructions);
      const parts = instructions.flatMap(({ flags, words, pairs }) => [...flags, ...words, ...pairs]);
      [...model.problems, ...instructions, ...parts].forEach(({ range }) => assertInside(text, range));
      instructions.forEach(({ keywordRange, argumentRange }) => {
        assertInside(text, keywordRange);
        assertInside(text, argumentRange);
      });
      assert.equal(dockerfileFacts(model).parses, model.problems.length === 0);
    });
    fc.assert(property, RUNS);
  });

  it("an ignore file is read, and any path is judged", () => {
    const property = fc.property(someText, someText, (text, path) => {
      const model = parseDockerignore(fileOf(text));
      [...model.lines, ...model.problems].forEach(({ range }) => assertInside(text, range));
      assert.equal(typeof model.ignores(path), "boolean");
    });
    fc.assert(property, RUNS);
  });

  it("a Compose file is read, and any path in it is looked for", () => {
    const property = fc.property(
      someText,
      fc.array(fc.oneof(fc.constantFrom("x", "a"), fc.nat(2)), { maxLength: 3 }),
      (text, path) => {
        const model = parseComposeFile(fileOf(text));
        model.problems.forEach(({ range }) => assertInside(text, range));
        const range = model.rangeOf(path);
        if (range) assertInside(text, range);
      },
    );
    fc.assert(property, RUNS);
  });

  it("an image reference is taken apart or refused", () => {
    fc.assert(
      fc.property(someText, (text) => assert.equal(parseImageReference(text)?.text ?? text, text)),
      RUNS,
    );
  });

  it("bytes become text, or are binary", () => {
    const property = fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const { encoding, text } = decodeText("file", bytes);
      assert(encoding !== "binary" || text === "");
    });
    fc.assert(property, RUNS);
  });
});

function assertInside(text: string, { start, end }: TextRange): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, character } of [start, end]) {
    const length = lines[line]?.length ?? -1;
    assert(character >= 0 && character <= length, `${line}:${character} is outside of ${JSON.stringify(text)}`);
  }
  assert(
    start.line < end.line || (start.line === end.line && start.character <= end.character),
    "it ends before it begins",
  );
}
