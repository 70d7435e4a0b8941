import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/edit/apply-edits";
import { suppressEdit } from "../../../src/core/edit/suppress-edit";
import { fileKind } from "../../../src/core/file-kind";
import { suppressionsOf } from "../../../src/core/lint/suppressions";
import { parseComposeFile } from "../../../src/core/parse/parse-compose-file";
import { parseDockerfile } from "../../../src/core/parse/parse-dockerfile";
import { ruleNamed } from "../../../src/core/rules/registry";
import type { Finding } from "../../../src/core/lint/finding";

const RULE = "missing-user";

/** The text after a finding on the line that has a « was switched off; the line itself is silent then, as it must be. */
function suppressed(marked: string, path = "Dockerfile"): string {
  const line = marked.slice(0, marked.indexOf("«")).split("\n").length - 1;
  const text = marked.replace("«", "");
  const file = { path, text, encoding: "utf-8" as const };
  const dockerfile = fileKind(path) === "dockerfile" ? parseDockerfile(file) : undefined;
  const at = (place: number) => ({ start: { line: place, character: 0 }, end: { line: place, character: 1 } });
  const after = applyEdits(text, [suppressEdit(file, dockerfile, { rule: RULE, range: at(line) }, "as asked")]);
  assertSilent(after, path, text.split("\n").length, (place) => at(place), line);
  return after;
}

function assertSilent(
  text: string,
  path: string,
  linesBefore: number,
  at: (line: number) => Finding["range"],
  line: number,
): void {
  const file = { path, text, encoding: "utf-8" as const };
  const dockerfile = fileKind(path) === "dockerfile" ? parseDockerfile(file) : undefined;
  if (dockerfile) assert.deepEqual(dockerfile.problems, [], "still parses");
  if (path.endsWith("yaml")) assert.deepEqual(parseComposeFile(file).problems, [], "still parses");
  const moved = line + text.split("\n").length - linesBefore;
  const rule = ruleNamed(RULE);
  const kind = fileKind(path);
  assert(rule && kind);
  assert.ok(suppressionsOf(file, kind, dockerfile)(rule, { severity: "error", range: at(moved) } as Finding));
}

const comment = "# dockerize-coach ignore=missing-user as asked";

describe("switching a finding off where it stands", () => {
  it("puts a comment above the instruction, as far in, with the file's line ends", () => {
    assert.equal(suppressed("FROM a\r\n\t«RUN b\r\n"), `FROM a\r\n\t${comment}\r\n\tRUN b\r\n`);
  });

  it("goes above the whole instruction, not between its lines or into its text", () => {
    assert.equal(suppressed("FROM a\nRUN b \\\n  «c\n"), `FROM a\n${comment}\nRUN b \\\n  c\n`);
    assert.equal(suppressed("FROM a\nRUN <<E\n«c\nE\n"), `FROM a\n${comment}\nRUN <<E\nc\nE\n`);
  });

  it("stays below parser directives", () => {
    const directives = "# syntax=docker/dockerfile:1\n# escape=`\n";
    assert.equal(suppressed(`${directives}«FROM a\n`), `${directives}${comment}\nFROM a\n`);
    assert.equal(
      suppressed("# escape=`\n\n«# check=skip=all\nFROM a\n"),
      `# escape=\`\n\n# check=skip=all\n${comment}\nFROM a\n`,
    );
  });

  it("adds to a comment of ours that stands there, wherever it does", () => {
    const ours = "# dockerize-coach ignore=missing-cmd, base-image-untagged";
    assert.equal(suppressed(`${ours} I know\n# note\n«FROM a\n`), `${ours},missing-user I know\n# note\nFROM a\n`);
    assert.equal(suppressed(`FROM a\nRUN b \\\n  ${ours}\n  «c\n`), `FROM a\nRUN b \\\n  ${ours},missing-user\n  c\n`);
  });

  it("leaves a comment for another instruction alone", () => {
    const ours = "# dockerize-coach ignore=missing-cmd";
    assert.equal(suppressed(`${ours}\nFROM a\n«RUN b`), `${ours}\nFROM a\n${comment}\nRUN b`);
  });

  it("works in a file of comments, at its end", () => {
    const { text } = { text: "# dockerize-coach ignore=x\n" };
    const file = { path: "Dockerfile", text: "# a\n", encoding: "utf-8" as const };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const edit = suppressEdit(file, parseDockerfile(file), { rule: "x", range }, "");
    assert.equal(applyEdits(file.text, [edit]), `# a\n${text}`);
  });

  it("begins at the start of the line in an ignore file", () => {
    assert.equal(suppressed("a\n  «b\n", ".dockerignore"), `a\n${comment}\n  b\n`);
  });

  it("stands above the entry in a Compose file", () => {
    const text = (above: string) => `services:\n  api:\n    ports:\n${above}      - "5000:5000"\n`;
    assert.equal(suppressed(text("").replace("- ", "«- "), "compose.yaml"), text(`      ${comment}\n`));
  });
});
