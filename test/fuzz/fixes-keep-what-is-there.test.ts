import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { applyEdits } from "../../src/core/edit/apply-edits";
import { lintFile } from "../../src/core/lint/lint-file";
import { fixAll } from "../../src/core/lint/fix-all";
import { openProject, type Project, withText } from "../../src/core/lint/project";
import type { TextEdit } from "../../src/core/lint/finding";
import { parseDockerfile } from "../../src/core/parse/parse-dockerfile";
import { submissionOf } from "../support/submission-of";

const CHALLENGE = join(__dirname, "..", "..", "challenge");
const read = (path: string): string => readFileSync(join(CHALLENGE, path), "utf8");
const SEED = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

const SOLUTION: Readonly<Record<string, string>> = {
  Dockerfile: read("solution/Dockerfile"),
  ".dockerignore": read("solution/.dockerignore"),
  "docker-compose.yml": read("solution/docker-compose.yml"),
  "requirements.txt": read("starter/requirements.txt"),
  "src/app.py": read("starter/src/app.py"),
};

/** The instructions of the solution, each with the comments above it. */
const PIECES: readonly string[] = SOLUTION["Dockerfile"]!.split(
  /\n(?=#|FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|HEALTHCHECK|CMD)/,
).reduce<string[]>((pieces, line) => {
  const isComment = pieces.at(-1)?.trimStart().startsWith("#") && !/\n[A-Z]/.test(pieces.at(-1) ?? "");
  return isComment ? [...pieces.slice(0, -1), `${pieces.at(-1)}\n${line}`] : [...pieces, line];
}, []);

/** Drop, reorder, re-case and re-wrap instructions; repeat one; add what learners write instead. */
const broken: fc.Arbitrary<string> = fc
  .record({
    kept: fc.subarray([...PIECES], { minLength: 1 }),
    order: fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 3 }),
    extra: fc.array(
      fc.constantFrom(
        "COPY . .",
        "RUN pip install flask redis",
        "RUN pip install --user -r requirements.txt",
        "RUN apt-get update && apt-get install curl",
        "USER root",
        "USER nobody2",
        "HEALTHCHECK CMD curl -f http://localhost:5000/health || exit 1",
        "HEALTHCHECK NONE",
        "CMD flask run",
        "CMD ['python', 'src/app.py']",
        "ADD src /app/src",
        "ENV FLASK_ENV=development FLASK_DEBUG=1",
        "FROM python",
        "FROM python:3.9-alpine",
        "EXPOSE 5000:5000",
        "WORKDIR app",
        "# syntax=docker/dockerfile:1",
      ),
      { maxLength: 4 },
    ),
    places: fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }),
    lower: fc.boolean(),
    crlf: fc.boolean(),
    wrapped: fc.boolean(),
  })
  .map(({ kept, order, extra, places, lower, crlf, wrapped }) => {
    const pieces = [...kept];
    for (const [one, other] of order) swap(pieces, one % pieces.length, other % pieces.length);
    extra.forEach((line, index) => pieces.splice((places[index] ?? 0) % (pieces.length + 1), 0, line));
    let text = `${pieces.join("\n")}\n`;
    if (wrapped) text = text.replace(/^(RUN|COPY|ENV) (\S+) /gm, "$1 $2 \\\n    # wrapped\n    ");
    if (lower) text = text.replace(/^[A-Z]+(?= )/gm, (keyword) => keyword.toLowerCase());
    return crlf ? text.replace(/\n/g, "\r\n") : text;
  });

function swap(pieces: string[], one: number, other: number): void {
  [pieces[one], pieces[other]] = [pieces[other] ?? "", pieces[one] ?? ""];
}

function projectWith(dockerfile: string): Project {
  const submission = submissionOf(SOLUTION);
  const paths = new Set([...submission.paths, "src/", "venv/", ".git/", "src/__pycache__/"]);
  return withText(openProject({ ...submission, paths }), "Dockerfile", dockerfile);
}

function parses(text: string): boolean {
  return parseDockerfile({ path: "Dockerfile", text, encoding: "utf-8" }).problems.length === 0;
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
const commentsOf = (text: string): readonly string[] =>
  linesOf(text)
    .filter((line) => /^\s*#/.test(line))
    .map((line) => line.trim())
    .sort();

function assertKeeps(before: string, edits: readonly TextEdit[], title: string): string {
  const after = applyEdits(before, edits);
  assert.notEqual(after, before, `${title}: changes nothing`);
  if (parses(before)) assert.ok(parses(after), `${title}: no longer parses\n${after}`);
  const comments = commentsOf(after);
  for (const comment of commentsOf(before))
    assert.ok(comments.includes(comment), `${title}: loses ${comment}\n${after}`);
  if (before.includes("\r\n")) assert.doesNotMatch(after, /[^\r]\n/, `${title}: mixes line ends`);
  for (const edit of edits) assertTouchesOnlyWhatChanges(before, edit, title);
  return after;
}

/** A line that is taken out and put back the same was touched without need. */
function assertTouchesOnlyWhatChanges(before: string, { range, newText }: TextEdit, title: string): void {
  const inside = linesOf(before).slice(
    range.start.character === 0 ? range.start.line : range.start.line + 1,
    range.end.line,
  );
  const back = new Set(linesOf(newText));
  for (const line of inside)
    assert.ok(line.trim() === "" || !back.has(line), `${title}: touches "${line}" without need`);
}

describe(`Fixes on broken variants of the solution (FUZZ_SEED=${SEED})`, () => {
  it("keep a file readable, keep every comment, and touch no line they need not", () => {
    fc.assert(
      fc.property(broken, (text) => {
        const project = projectWith(text);
        for (const { fixes } of lintFile(project, "Dockerfile").findings) {
          for (const { title, edits } of fixes) {
            const own = edits.filter(({ file }) => file === undefined || file === "Dockerfile");
            if (own.length > 0) assertKeeps(text, own, title);
          }
        }
      }),
      { numRuns: 3_000, seed: SEED },
    );
  }).timeout(0);

  it("come to an end when all are made, and a second time change nothing", () => {
    fc.assert(
      fc.property(broken, (text) => {
        const project = projectWith(text);
        const { text: fixed, made } = fixAll(project, "Dockerfile");
        assert.ok(made.length < 60, `${made.length} fixes: ${made.slice(-8).join("; ")}`);
        assert.equal(fixAll(withText(project, "Dockerfile", fixed), "Dockerfile").text, fixed);
        if (parses(text)) assert.ok(parses(fixed), fixed);
        const comments = commentsOf(fixed);
        for (const comment of commentsOf(text)) assert.ok(comments.includes(comment), `loses ${comment}\n${fixed}`);
      }),
      { numRuns: 1_500, seed: SEED },
    );
  }).timeout(0);
});
