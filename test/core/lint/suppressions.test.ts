import assert from "node:assert/strict";
import { fileKind } from "../../../src/core/file-kind";
import type { Finding, Severity } from "../../../src/core/lint/finding";
import { defineRule } from "../../../src/core/lint/rule";
import { suppressionComment, suppressionsOf } from "../../../src/core/lint/suppressions";
import { parseDockerfile } from "../../../src/core/parse/parse-dockerfile";

const rule = defineRule({
  id: "base-image-untagged",
  title: "",
  severity: "warning",
  fix: "none",
  equivalents: { hadolint: ["DL3006"], buildkit: ["JSONArgsRecommended"], dockerfileUtils: ["SOME_CODE"] },
  messages: {},
});
const other = defineRule({ id: "missing-user", title: "", severity: "warning", fix: "none", messages: {} });

/** The lines of a text, counted from 1, on which a finding of the rule is switched off. */
function silentLines(
  text: string,
  path = "Dockerfile",
  asked = rule,
  severity: Severity = "warning",
): readonly number[] {
  const file = { path, text, encoding: "utf-8" as const };
  const kind = fileKind(path);
  assert(kind);
  const isSuppressed = suppressionsOf(file, kind, kind === "dockerfile" ? parseDockerfile(file) : undefined);
  return text.split(/\r?\n/).flatMap((_, line) => {
    const finding = { severity, range: { start: { line, character: 0 }, end: { line, character: 1 } } } as Finding;
    return isSuppressed(asked, finding) ? [line + 1] : [];
  });
}

describe("comments that switch findings off", () => {
  const cases: readonly (readonly [string, string, readonly number[]])[] = [
    ["none", "FROM a\n# a note\nRUN b\n", []],
    [
      "ours, for the next instruction",
      "FROM a\n# dockerize-coach ignore=base-image-untagged as asked\nRUN b\nRUN c\n",
      [2, 3],
    ],
    ["ours, without a reason", "# dockerize-coach ignore=base-image-untagged\nFROM a\nRUN b", [1, 2]],
    [
      "ours, with several rules",
      "# dockerize-coach ignore=missing-cmd, base-image-untagged a reason\nFROM a\nRUN b",
      [1, 2],
    ],
    ["ours, for another rule", "# dockerize-coach ignore=missing-cmd\nFROM a\n", []],
    [
      "ours, over comments and blank lines",
      "# dockerize-coach ignore=base-image-untagged x\n# note\n\nFROM a\nRUN b",
      [1, 2, 3, 4],
    ],
    [
      "ours, for all lines of the instruction",
      "FROM a\n# dockerize-coach ignore=base-image-untagged x\nRUN b \\\n  c\nRUN d",
      [2, 3, 4],
    ],
    [
      "ours, for a heredoc's lines",
      "FROM a\n# dockerize-coach ignore=base-image-untagged x\nRUN <<E\nb\nE\nRUN d",
      [2, 3, 4, 5],
    ],
    ["indented, in CRLF", "FROM a\r\n  # dockerize-coach ignore=base-image-untagged x\r\n  RUN b\r\nRUN c", [2, 3]],
    ["not in a heredoc", "FROM a\nRUN <<E\n# dockerize-coach ignore=base-image-untagged x\nE\nRUN d", []],
    ["not behind an instruction", "FROM a # dockerize-coach ignore=base-image-untagged x\n", []],
    ["in a file without instructions", "# dockerize-coach ignore=base-image-untagged x\n# soon\n", [1, 2, 3]],
    [
      "edge case 15: hadolint's, with a reason and no second #",
      "# hadolint ignore=DL3006 we like it\nFROM a\nRUN b",
      [1, 2],
    ],
    ["edge case 15: hadolint's, with a second #", "# hadolint ignore=DL3006 # we like it\nFROM a\nRUN b", [1, 2]],
    [
      "edge case 15: hadolint's, stacked",
      "# hadolint ignore=DL3006\n# hadolint ignore=DL3008\nFROM a\nRUN b",
      [1, 2, 3],
    ],
    [
      "edge case 15: hadolint's, between continued lines",
      "FROM a\nRUN b \\\n# hadolint ignore=DL3006\n  c\nRUN d",
      [2, 3, 4],
    ],
    [
      "ours, between continued lines",
      "FROM a\nRUN b \\\n  # dockerize-coach ignore=base-image-untagged x\n  c\nRUN d",
      [2, 3, 4],
    ],
    [
      "edge case 15: check= twice, as an editor writes it",
      "# check=skip=A\n# check=skip=JSONArgsRecommended\nFROM a\n",
      [1, 2, 3, 4],
    ],
    ["hadolint's list", "FROM a\n#hadolint   ignore = DL3008 , DL3006\nRUN b\nRUN c", [2, 3]],
    ["hadolint's, for another code", "# hadolint ignore=DL30061\nFROM a\n", []],
    ["hadolint's, for the whole file", "FROM a\nRUN b\n# hadolint global ignore=DL3006\nRUN c", [1, 2, 3, 4]],
    [
      "BuildKit's, for the whole file",
      "# syntax=x\n# check=skip=Other,JSONArgsRecommended;error=true\nFROM a\nRUN b",
      [1, 2, 3, 4],
    ],
    ["BuildKit's, all", "# check=error=true;skip=all\nFROM a", [1, 2]],
    ["BuildKit's, above an instruction", "FROM a\n# check=skip=JSONArgsRecommended\nRUN b\nRUN c", [2, 3]],
    [
      "BuildKit's, above the first instruction but not at the top",
      "# note\n# check=skip=all\nFROM a\nRUN c",
      [1, 2, 3],
    ],
    ["BuildKit's, without skip", "# check=error=true\nFROM a\nRUN b", []],
    ["dockerfile-utils'", "FROM a\n# dockerfile-utils: ignore\nRUN b\nRUN c", [2, 3]],
  ];
  for (const [title, text, expected] of cases)
    it(title, () => {
      const silent = silentLines(text);
      // A comment's own block reaches up to what stands before it; that is nothing here but its own lines.
      assert.deepEqual(silent, expected);
    });

  it("leave rules alone that the other tool has not", () => {
    for (const comment of ["# check=skip=all", "# dockerfile-utils: ignore", "# hadolint ignore=DL3006"])
      assert.deepEqual(silentLines(`${comment}\nFROM a`, "Dockerfile", other), []);
  });

  it("leave errors alone unless they name them", () => {
    const lines = (comment: string) => silentLines(`FROM a\n${comment}\nRUN b`, "Dockerfile", rule, "error");
    assert.deepEqual(lines("# dockerfile-utils: ignore"), []);
    assert.deepEqual(lines("# check=skip=all"), []);
    assert.deepEqual(lines("# dockerize-coach ignore=base-image-untagged"), [2, 3]);
    assert.deepEqual(lines("# hadolint ignore=DL3006"), [2, 3]);
  });

  it("in an ignore file, ours only, and only at the start of a line", () => {
    const ours = "dockerize-coach ignore=base-image-untagged x";
    assert.deepEqual(silentLines(`a\n# ${ours}\n# note\nb\nc`, ".dockerignore"), [2, 3, 4]);
    assert.deepEqual(silentLines(` # ${ours}\nb`, ".dockerignore"), []);
    assert.deepEqual(silentLines("# hadolint ignore=DL3006\nb", ".dockerignore"), []);
  });

  it("in a Compose file, for the next line", () => {
    const text = "services:\n  # dockerize-coach ignore=base-image-untagged x\n  api:\n    build: .\n";
    assert.deepEqual(silentLines(text, "compose.yaml"), [2, 3]);
  });

  it("are written with the reason on the same line", () => {
    assert.equal(
      suppressionComment("missing-user", " as\nthey  say "),
      "# dockerize-coach ignore=missing-user as they say",
    );
    assert.equal(suppressionComment("missing-user", ""), "# dockerize-coach ignore=missing-user");
  });
});
