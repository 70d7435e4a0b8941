import assert from "node:assert/strict";
import { parseComposeFile } from "../../../src/core/parse/parse-compose-file";
import { textAt } from "../../support/model-of";

const parse = (text: string) => parseComposeFile({ path: "compose.yaml", text, encoding: "utf-8" });

describe("parseComposeFile", () => {
  it("gives the plain value, merge keys resolved", () => {
    const { document, problems } = parse("x-a: &a\n  ports: [5000]\nservices:\n  api:\n    <<: *a\n    build: .\n");
    assert.deepEqual(problems, []);
    assert.deepEqual((document as { services: unknown }).services, { api: { ports: [5000], build: "." } });
  });

  describe("finds places", () => {
    const text = 'services:\r\n  api:\r\n    ports:\r\n      - "5000:5000"\r\n\r\n  redis:\r\n    image: redis\r\n';
    const table: readonly (readonly [path: readonly (string | number)[], marked: string | undefined])[] = [
      [["services", "api", "ports"], 'ports:\r\n      - "5000:5000"'],
      [["services", "api", "ports", 0], '"5000:5000"'],
      [["services", "redis"], "redis:\r\n    image: redis"],
      [["services", "web"], undefined],
      [["services", "api", "ports", 7], undefined],
      [["services", "api", "ports", 0, "x"], undefined],
    ];
    for (const [path, marked] of table) {
      it(`of ${path.join(".")}`, () => {
        const range = parse(text).rangeOf(path);
        assert.equal(range && textAt(text, range), marked);
      });
    }
  });

  describe("says what is wrong", () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) =>
        `k${level}: &k${level} [${Array<string>(9)
          .fill(level === 0 ? "x" : `*k${level - 1}`)
          .join()}]`,
    );
    const table: readonly (readonly [title: string, text: string, line: number, said: RegExp])[] = [
      ["an empty file", "", 0, /empty/],
      ["only comments", "# services:\n", 0, /empty/],
      ["a list", "- api\n", 0, /must begin with keys/],
      ["a word", "services", 0, /must begin with keys/],
      ["a tab", "services:\n\tapi:\n", 1, /tab/],
      ["a key twice", "services:\n  api:\n    image: a\n  api:\n    image: b\n", 3, /second time/],
      ["an indentation of its own", "services:\n  api:\n    image: a\n   build: .\n", 3, /indented|valid YAML/],
      ["a bracket that does not end", "services: [1, 2\n", 1, /closing \]/],
      ["two documents", "a: 1\n---\nb: 2\n", 1, /second document/],
      ["an alias without anchor", "a: *b\n", 0, /no anchor/],
      ["aliases that unfold into gigabytes", bomb.join("\n"), 0, /unfold/],
      ["too many levels", "[".repeat(100_000), 0, /too many levels/],
    ];
    for (const [title, text, line, said] of table) {
      it(`about ${title}`, () => {
        const { problems, document } = parse(text);
        assert.match(problems[0]?.message ?? "", said);
        assert.equal(problems[0]?.range.start.line, line);
        assert.equal(document, undefined);
      });
    }
    it("about UTF-16", () => {
      const { problems } = parseComposeFile({ path: "compose.yaml", text: "a: 1", encoding: "utf-16le" });
      assert.match(problems[0]?.message ?? "", /UTF-16/);
    });
  });
});
