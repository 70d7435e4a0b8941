import assert from "node:assert/strict";
import { parseDockerfile } from "../../../src/core/parse/parse-dockerfile";
import { PARSE_CORPUS } from "../../fixtures/parse-corpus";
import { finalStageOf, modelOf, textAt } from "../../support/model-of";

describe("parseDockerfile", () => {
  describe("takes and refuses what BuildKit does", () => {
    for (const { title, text, parses } of PARSE_CORPUS) {
      it(`${parses ? "takes" : "refuses"} ${title}`, () => {
        const messages = modelOf(text).problems.map(({ message }) => message);
        assert.equal(messages.length === 0, parses, messages.join("\n"));
      });
    }
  });

  describe("says what is wrong in plain words, at the words that are", () => {
    const table: readonly (readonly [text: string, marked: string, said: RegExp])[] = [
      ["FORM python:3.11\n", "FORM", /Did you mean FROM\?/],
      ["FROM scratch\nwrokdir /app\n", "wrokdir", /"wrokdir".*Did you mean WORKDIR\?/],
      ["FROM scratch\npip install flask\n", "pip", /write RUN pip/],
      ["services:\n", "services:", /Compose file/],
      ["FROM\u00a0scratch\n", "FROM\u00a0scratch", /only looks like a space/],
      ["FROM scratch # small\n", "# small", /comment stands on a line of its own/],
      ["FROM python :3.11\n", ":3.11", /no space/],
      ["FROM scratch builder\n", "builder", /write AS before it/],
      ["FROM Python:3.11\n", "Python:3.11", /lower case: python:3\.11/],
      ["FROM $BASE\n", "$BASE", /has no value.*ARG BASE=/],
      ["WORKDIR /a\nFROM scratch\n", "WORKDIR", /before the first FROM/],
      ["FROM scratch\nCOPY app.py\n", "app.py", /two things.*COPY app\.py \./],
      ["FROM scratch\nCOPY --form=x a b\n", "--form=x", /Did you mean --from\?/],
      ["FROM scratch\nCOPY --from=7 a b\n", "--from=7", /no stage number 7/],
      ["FROM scratch\nHEALTHCHECK curl localhost\n", "curl", /HEALTHCHECK CMD curl/],
      ["FROM scratch\nHEALTHCHECK --interval 30s CMD x\n", "30s", /no space: --interval=30s/],
      ["FROM scratch\nHEALTHCHECK --interval=30 CMD x\n", "--interval=30", /30s/],
      ["FROM scratch\nENV A\n", "A", /ENV A=…/],
      ["FROM scratch\nENV A=1 two\n", "two", /double quotes/],
      ["FROM scratch\nEXPOSE 80 http\n", "http", /no port/],
      ["FROM scratch\nRUN --mount=type=cach,target=/c x\n", "--mount=type=cach,target=/c", /type cannot be "cach"/],
      ["FROM scratch\nRUN cat <<EOF\nhello\n", "<<EOF", /line with EOF alone/],
      ["FROM scratch\r\nCOPY \\\r\n  only\r\n", "only", /two things/],
      ["# escape=x\nFROM scratch\n", "# escape=x", /not "x"/],
    ];
    for (const [text, marked, said] of table) {
      it(`${JSON.stringify(text)} marks ${marked}`, () => {
        const [problem, ...others] = modelOf(text).problems;
        assert(problem);
        assert.match(problem.message, said);
        assert.equal(textAt(text, problem.range), marked);
        assert.deepEqual(others, []);
      });
    }

    it("lists every wrong line, from the top down", () => {
      const { problems } = modelOf("FROM scratch\nFOO\nCOPY a\nUSER\n");
      assert.deepEqual(
        problems.map(({ range }) => range.start.line),
        [1, 2, 3],
      );
    });
  });

  describe("does not look into files that are no Dockerfile text", () => {
    it("says that a file is UTF-16, and what writes such files", () => {
      const { problems, stages } = parseDockerfile({ path: "Dockerfile", text: "FROM scratch", encoding: "utf-16le" });
      assert.match(problems[0]?.message ?? "", /UTF-16, as PowerShell's > does/);
      assert.deepEqual(stages, []);
    });
    it("says that a file is no text", () => {
      const { problems } = parseDockerfile({ path: "Dockerfile", text: "", encoding: "binary" });
      assert.match(problems[0]?.message ?? "", /no text file/);
    });
    it("gives up on 5,001 lines", () => {
      assert.match(modelOf(`FROM scratch${"\n".repeat(5000)}`).problems[0]?.message ?? "", /more than 5000 lines/);
      assert.deepEqual(modelOf(`FROM scratch${"\n".repeat(4999)}`).problems, []);
    });
    it("gives up on more than 256 KiB", () => {
      assert.match(modelOf(`FROM scratch\n#${" ".repeat(256 * 1024)}`).problems[0]?.message ?? "", /256 KiB/);
    });
    it("refuses a line that is longer than BuildKit reads", () => {
      assert.match(modelOf(`FROM scratch\nLABEL a=${"x".repeat(65_536)}\n`).problems[0]?.message ?? "", /64 KiB/);
    });
  });

  describe("sees instructions as BuildKit does", () => {
    const table: readonly (readonly [title: string, text: string, seen: readonly string[]])[] = [
      ["lower case and indentation", "  from scratch\n\tcopy a b", ["FROM scratch", "COPY a b"]],
      ["continued lines", "FROM scratch\nRUN a \\\n    b \\\n\n  # note\n  c", ["FROM scratch", "RUN a b c"]],
      ["words that grow together", "FR\\\nOM scratch\nCOPY a\\\nb c", ["FROM scratch", "COPY ab c"]],
      ["CRLF", "FROM scratch\r\nRUN a \\\r\n  b\r\n", ["FROM scratch", "RUN a b"]],
      [
        "another escape character",
        "# escape=`\nFROM scratch\nRUN a `\n  b\\\nRUN c",
        ["FROM scratch", "RUN a b\\", "RUN c"],
      ],
      ["heredocs", "FROM scratch\nRUN <<EOF\nFROM x\nEOF\nUSER a", ["FROM scratch", "RUN <<EOF", "USER a"]],
      [
        "a heredoc behind a space",
        "FROM scratch\nRUN cat << 'EOF' > f\nUSER x\nEOF",
        ["FROM scratch", "RUN cat << 'EOF' > f"],
      ],
      [
        "two heredocs",
        "FROM scratch\nCOPY <<A <<B /\nUSER x\nA\nUSER y\nB\nUSER z",
        ["FROM scratch", "COPY <<A <<B /", "USER z"],
      ],
      ["a here-string", "FROM scratch\nRUN cat <<<EOF\nUSER x", ["FROM scratch", "RUN cat <<<EOF", "USER x"]],
      ["ONBUILD as one instruction", "FROM scratch\nONBUILD USER x", ["FROM scratch", "ONBUILD USER x"]],
      ["comments with instructions in them", "FROM scratch\n# USER x\n", ["FROM scratch"]],
      ["flags apart from arguments", "FROM scratch\nCOPY --from='a b' --link c d", ["FROM scratch", "COPY c d"]],
    ];
    for (const [title, text, seen] of table) {
      it(title, () => {
        const { stages } = modelOf(text);
        const instructions = stages.flatMap((stage) => stage.instructions);
        assert.deepEqual(
          instructions.map(({ keyword, argument }) => `${keyword} ${argument}`),
          seen,
        );
      });
    }

    it("keeps a heredoc's body apart, and counts it to the instruction", () => {
      const text = "FROM scratch\nRUN <<-EOF cat\n\tone\n\n\ttwo\n\tEOF\nUSER a\n";
      const run = finalStageOf(modelOf(text)).instructions[1];
      assert.deepEqual(run?.heredocs, ["\tone\n\n\ttwo\n"]);
      assert.equal(textAt(text, run.range), "RUN <<-EOF cat\n\tone\n\n\ttwo\n\tEOF");
    });

    it("knows where each word stands, across continued lines", () => {
      const text = "FROM scratch\nCOPY --chown=a:b \\\n  # note\n  src \\\n  /app\n";
      const copy = finalStageOf(modelOf(text)).instructions[1];
      assert.deepEqual(
        copy?.words.map(({ range }) => textAt(text, range)),
        ["src", "/app"],
      );
      assert.deepEqual(
        copy.flags.map(({ name, value, range }) => [name, value, textAt(text, range)]),
        [["chown", "a:b", "--chown=a:b"]],
      );
      assert.equal(textAt(text, copy.argumentRange), "src \\\n  /app");
    });

    it("reads the pairs of ENV, ARG and LABEL", () => {
      const text = 'FROM scratch\nENV A=1 B="x y"\nENV C two words\nARG D E=5\n';
      const pairs = finalStageOf(modelOf(text)).instructions.flatMap((instruction) => instruction.pairs);
      assert.deepEqual(
        pairs.map(({ name, value, range }) => [name, value, textAt(text, range)]),
        [
          ["A", "1", "A=1"],
          ["B", '"x y"', 'B="x y"'],
          ["C", "two words", "C two words"],
          ["D", undefined, "D"],
          ["E", "5", "E=5"],
        ],
      );
    });

    it("takes JSON for an exec form, and what only looks like it for text", () => {
      const { stages } = modelOf(`FROM scratch\nCMD ["a", "b c"]\nCMD ['a']\nHEALTHCHECK CMD ["x"]\n`);
      assert.deepEqual(
        stages[0]?.instructions.map(({ exec }) => exec),
        [undefined, ["a", "b c"], undefined, ["x"]],
      );
    });
  });

  describe("finds stages", () => {
    it("with names, parents and ARG values", () => {
      const { stages, globalArgs } = modelOf(
        "ARG V=3.11\nARG NONE\nFROM --platform=$BUILDPLATFORM python:${V}-slim AS Base\nFROM base\nFROM base:1 as other\n",
      );
      assert.deepEqual(
        [...globalArgs],
        [
          ["V", "3.11"],
          ["NONE", undefined],
        ],
      );
      assert.deepEqual(
        stages.map(({ index, name, resolvedFrom, parent }) => [index, name, resolvedFrom, parent?.index]),
        [
          [0, "Base", "python:3.11-slim", undefined],
          [1, undefined, "base", 0],
          [2, "other", "base:1", undefined],
        ],
      );
    });
  });
});
