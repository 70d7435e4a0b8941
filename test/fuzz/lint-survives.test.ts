import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { fileKind, type FileKind } from "../../src/core/file-kind";
import { offsetsOf } from "../../src/core/edit/apply-edits";
import { lintFile } from "../../src/core/lint/lint-file";
import { openProject, type Project, withText } from "../../src/core/lint/project";
import type { SourceFile } from "../../src/core/submission";
import type { TextRange } from "../../src/core/text";
import { PARSE_CORPUS } from "../fixtures/parse-corpus";
import { heapOfPieces, mutatedText } from "./mutated-text";

const HANG_MS = 100;
const FIXTURES = join(__dirname, "..", "fixtures");
/** Set to look for one failure again: fast-check prints it with the failing text. */
const SEED = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

const texts = (kind: FileKind): readonly string[] =>
  readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fileKind(entry.name) === kind)
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));

/** A challenge folder around the text, so that the rules which look at other files have something to look at. */
const around: Project = projectOf({
  Dockerfile: "FROM python:3.11\nCOPY . /app\n",
  ".dockerignore": "venv\n!src\n",
  "compose.yaml": "services:\n  api:\n    build: .\n  redis:\n    image: redis:7-alpine\n",
  "requirements.txt": "flask>=3\n-r more.txt\n",
  "src/app.py": "from flask import Flask\napp = Flask(__name__)\n@app.route('/health')\ndef health(): return 'ok'\n",
});

function projectOf(files: Readonly<Record<string, string>>): Project {
  const entries = Object.entries(files).map(([path, text]): [string, SourceFile] => [
    path,
    { path, text, encoding: "utf-8" },
  ]);
  return openProject({ files: new Map(entries), paths: new Set([...Object.keys(files), "src/", ".git/", "venv/"]) });
}

/** Lints a text; fails on a range outside of it, and on a text that takes long three times in a row. */
function survives(path: string, text: string): void {
  let fastest = Infinity;
  for (let attempt = 0; attempt < 3 && fastest > HANG_MS; attempt += 1) {
    const project = withText(around, path, text);
    const begun = performance.now();
    const { findings } = lintFile(project, path);
    fastest = Math.min(fastest, performance.now() - begun);
    if (attempt > 0) continue;
    for (const { rule, message, range, fixes, related } of findings) {
      assert.ok(message.length > 0, rule);
      assertInside(text, range, rule);
      for (const { edits } of fixes) for (const edit of edits) if (!edit.file) assertInside(text, edit.range, rule);
      for (const { location } of related) if (location.file === path) assertInside(text, location.range, rule);
    }
  }
  assert.ok(fastest <= HANG_MS, `lint took ${Math.round(fastest)} ms`);
}

function assertInside(text: string, { start, end }: TextRange, rule: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, character } of [start, end]) {
    const length = lines[line]?.length ?? -1;
    assert.ok(character >= 0 && character <= length, `${rule}: ${line}:${character} is outside of the document`);
  }
  const offset = offsetsOf(text);
  assert.ok(offset(start) <= offset(end), `${rule}: a range that ends before it begins`);
}

describe(`lint survives whatever is typed (FUZZ_SEED=${SEED})`, () => {
  const run = (path: string, text: fc.Arbitrary<string>, numRuns: number) => {
    fc.assert(
      fc.property(text, (each) => survives(path, each)),
      { numRuns, seed: SEED },
    );
  };
  const dockerfiles = [...texts("dockerfile"), ...PARSE_CORPUS.map(({ text }) => text)];

  it("120,000 changed Dockerfiles", () => run("Dockerfile", mutatedText(dockerfiles), 120_000)).timeout(0);
  it("20,000 heaps of Dockerfile pieces", () => run("Dockerfile", heapOfPieces, 20_000)).timeout(0);
  it("25,000 changed ignore files", () => run(".dockerignore", mutatedText(texts("dockerignore")), 25_000)).timeout(0);
  it("25,000 changed Compose files", () => run("compose.yaml", mutatedText(texts("compose")), 25_000)).timeout(0);
  it("10,000 changed lists of packages", () =>
    run("requirements.txt", mutatedText(["flask>=3.0\nredis==5.0.1\n-r other.txt\n# x\ngunicorn\n"]), 10_000)).timeout(
    0,
  );
});
