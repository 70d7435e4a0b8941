import assert from "node:assert/strict";
import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { FORMATS, formatReport, type Format } from "../../src/cli/formats";
import { junitReport } from "../../src/cli/reporters/junit";
import { lintGithub } from "../../src/cli/reporters/lint-github";
import { lintText } from "../../src/cli/reporters/lint-text";
import { createTerminal, FILE_TERMINAL } from "../../src/cli/terminal";
import type { Report } from "../../src/core/report";
import { runnerCommands } from "../support/runner-commands";
import { assertXml } from "../support/valid-xml";
import { reportOf } from "./report-of";

/** What a submission may print, be named, or write into its files, to speak for itself in a report. */
const HOSTILE: Readonly<Record<string, string>> = {
  "a command that sets an output": "::set-output name=score::100",
  "a command after words": `${"many words ".repeat(12)}::error file=x::you passed`,
  "a command in a line of its own": "seen\n::add-mask::e\n  ::stop-commands::x\n\u00a0::warning::w",
  "the runner's older commands": "x ##[add-mask]e and ##[set-output name=score]100 and ###[error]e",
  "escapes that clear the screen": "\u001b[2J\u001b[1;1H\u001b]0;title\u0007\u009b31mred",
  "a link of a terminal": "\u001b]8;;http://example.com\u0007click\u001b]8;;\u0007",
  "marks that turn text around": "a\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
  "NUL and other controls": "a\u0000b\u0008\u000c\u0085c\u007f",
  "half a character": "a\ud800b\udc00",
  HTML: "<script>alert(1)</script><img src=x onerror=alert(1)><!-- --></td></table>",
  "the end of CDATA": "]]> <![CDATA[ &lt; &#0; &x;",
  Markdown: "[click](javascript:x) ![i](http://example.com/i.png) **b** `c` # h\n\n| a | b |\n---\n> q\n- l\n1. n",
  "a fence of Markdown": "```\n</details>\n``````\n~~~",
  "addresses and names": "http://example.com www.example.com a@example.com @everyone #1 :tada: $x$",
  "a line end that few know": "a\u2028::error::b\u2029c\u000bd",
};

describe("a text of the submission is only text", () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    describe(name, () => {
      for (const format of FORMATS) {
        it(`says nothing to a terminal or a workflow as ${format}`, () => {
          const printed = print(text, format);
          assertPlain(printed);
          const heard = runnerCommands(printed).map((command) => command.name);
          assert.deepEqual(heard, format === "github" ? ["error", "error", "error", "warning", "notice"] : []);
        });
      }

      it("says nothing in the findings of lint", () => {
        const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
        const finding = { rule: "r", severity: "error", message: text, range } as const;
        const linted = {
          version: 1,
          files: [{ path: text, kind: "dockerfile", findings: [finding], facts: {} }],
        } as const;
        const narrow = createTerminal({ write: () => true, isTTY: true, columns: 60 }, { NO_COLOR: "1" }, "linux");
        assert.deepEqual(runnerCommands(lintText(linted, narrow)), []);
        assertPlain(lintText(linted, narrow));
        assert.deepEqual(
          runnerCommands(lintGithub(linted)).map((command) => command.name),
          ["error"],
        );
      });

      it("stays the same text for a reader of JSON", () => {
        const read = JSON.parse(print(text, "json")) as Report;
        assert.equal(read.checks.find(({ id }) => id === "multi-stage")?.observed, text);
      });

      it("stays a text in Markdown", () => assertNoMarkup(print(text, "markdown")));
    });
  }

  it("stays a text in XML, each of them", () =>
    assertXml(
      Object.values(HOSTILE).map((text) => junitReport(reportWith(text))),
      "junit",
    ));

  it("stays a text, whatever the pieces are put together to", () => {
    const pieces = fc.constantFrom(...PIECES);
    const texts = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((list) => list.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        for (const format of FORMATS) {
          const printed = print(text, format);
          assertPlain(printed);
          assert.equal(runnerCommands(printed).length, format === "github" ? 5 : 0, printed);
        }
        assertNoMarkup(print(text, "markdown"));
      }),
      { numRuns: 300 },
    );
  });

  it("would be more than that, were it printed as it is", () => {
    const heard = runnerCommands(Object.values(HOSTILE).join("\n")).map(({ name }) => name);
    for (const name of ["add-mask", "stop-commands", "set-output", "warning"]) assert.ok(heard.includes(name), name);
    for (const name of ["HTML", "Markdown", "addresses and names"])
      assert.throws(() => assertNoMarkup(`${print("", "markdown")}\n${HOSTILE[name]}`), name);
    assert.throws(() => assertPlain(HOSTILE["escapes that clear the screen"] ?? ""));
  });
});

/** What the languages of terminals, workflows, HTML and Markdown are made of. */
const PIECES = [
  ...["::", "::error::", "##[", "##[group]", "]", "%0A", "\n", "\r", "\r\n", " ", "\t", "\u00a0", "\u0085", "\u2028"],
  ...["\u001b[2J", "\u009b", "\u0000", "\u202e", "\ud800", "<b>", "</td>", "<!--", "-->", "&lt;", "]]>", "http://a.b"],
  ...[
    "www.a.b",
    "a@b.c",
    "@a",
    "[a](b)",
    "![",
    "](",
    "`",
    "```",
    "**",
    "_",
    "~~",
    "|",
    "\\",
    "# ",
    "- ",
    "1. ",
    "> ",
    "---",
  ],
] as const;

const CLASSROOM = {
  ...{ CLASSROOM: "c", ASSIGNMENT: "a", OWNER: "o", SUBMISSION_TAG: "submit/1" },
  ...{ COMMIT_URL: "https://example.com/c", RELEASE_URL: "https://example.com/r" },
};

/** The report that has the text wherever it can come to, in one format. */
function print(text: string, format: Format): string {
  return formatReport(reportWith(text), format, { folder: ".", env: CLASSROOM, to: FILE_TERMINAL, now: new Date(0) });
}

/** The text everywhere that a submission's text can come to. */
function reportWith(text: string): Report {
  const words = { observed: text, why: text, next: text };
  const place = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  return reportOf({
    "multi-stage": { status: "failed", ...words, location: { file: text, range: place } },
    "image-builds": { status: "failed", ...words, why: "w", evidence: { output: [text, ...text.split("\n")] } },
    healthcheck: { status: "skipped", ...words },
    "container-healthy": { status: "errored", ...words, evidence: { logs: [text] } },
    compose: {
      status: "partial",
      ...words,
      parts: [{ id: "up", title: "Up", points: 5, earned: 0, status: "failed", ...words }],
    },
  });
}

/** Nothing that moves a cursor, and nothing that turns text around: colours of ours are off. */
function assertPlain(output: string): void {
  const wrong = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.exec(output);
  assert.equal(wrong, null, JSON.stringify(output.slice((wrong?.index ?? 0) - 20)));
}

/** Only what the report itself is made of: no address, picture, HTML, or emphasis, table or list that is not its own. */
function assertNoMarkup(markdown: string): void {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdown, {});
  const inside = tokens.flatMap((token) => token.children ?? []);
  const kinds = [...tokens, ...inside].map(({ type }) => type);
  for (const kind of ["html_block", "html_inline", "link_open", "image", "em_open", "blockquote_open", "hr", "s_open"])
    assert.ok(!kinds.includes(kind), `${kind} in\n${markdown}`);
  const plain = new MarkdownIt().parse(print("harmless", "markdown"), {});
  const block = (list: typeof tokens) => list.map(({ type, tag }) => `${type} ${tag}`);
  assert.deepEqual(block(tokens), block(plain), markdown);
  const read = inside.map(({ content }) => content).join("\n");
  assert.doesNotMatch(read, /(?<!\w)@\w/, "a name would be called");
}
