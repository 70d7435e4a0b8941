import { hidesMore } from "../image/hides-more";
import { junkIn } from "../image/junk-in-context";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerignoreSubject } from "../lint/subjects";
import { deadIgnoreLines, type DeadLine } from "../parse/dead-ignore-lines";
import type { DockerignoreLine } from "../parse/dockerignore-model";
import { cleanPattern } from "../parse/ignore-samples";
import { parseDockerignore } from "../parse/parse-dockerignore";
import { applyEdits } from "./apply-edits";
import { leavesOut, RECOMMENDED, REQUIRED, type LeftOut } from "./ignore-lines";
import { deleteLines, insertLines, lineEndOf, replace } from "./lines";

/** Each is tried out before it is offered; the next ones come when these are made. */
const MOST_MENDED = 20;
const MOST_PATHS = 2_000;

/**
 * What mends the lines of an ignore file that have no effect, line by line: only what leaves fewer of such lines, hides
 * nothing more that is copied, and lets nothing in that should be left out.
 */
export function mendDeadLines(dead: readonly DeadLine[], subject: DockerignoreSubject): readonly (readonly Fix[])[] {
  const paths = new Set([...(subject.paths ?? [])].slice(0, MOST_PATHS));
  const junk = junkIn(paths, subject.dockerignore).length;
  const improves = ({ edits }: Fix): boolean => {
    const text = applyEdits(subject.file.text, edits);
    const after = parseDockerignore({ ...subject.file, text });
    const letsIn = (each: LeftOut): boolean => leavesOut(subject.dockerignore, each) && !leavesOut(after, each);
    return (
      deadIgnoreLines(after, paths).length < dead.length &&
      junkIn(paths, after).length <= junk &&
      ![...REQUIRED, ...RECOMMENDED].some(letsIn) &&
      !hidesMore(subject, text)
    );
  };
  return dead.map((each, index) => {
    const [first, ...others] = index < MOST_MENDED ? fixesFor(each, subject).filter(improves) : [];
    return first ? [{ ...first, preferred: true }, ...others] : [];
  });
}

/** The best first. */
function fixesFor({ line, reason, by }: DeadLine, subject: DockerignoreSubject): readonly Fix[] {
  const { file } = subject;
  const at = line.range.start.line;
  const deletion = deleteLines(file, at, at);
  switch (reason) {
    case "duplicate":
      return [{ title: "Delete this line", edits: [deletion] }];
    case "indented": {
      const indent = { start: { line: at, character: 0 }, end: line.range.start };
      return [{ title: "Make it a comment", edits: [replace(indent, "")] }];
    }
    case "note":
      return [{ title: "Put the note on a line of its own", edits: [splitNote(line, subject)] }];
    case "undone": {
      const below = by ? by.range.start.line + 1 : at;
      return [
        { title: `Move it below ${by?.pattern ?? ""}`, edits: [deletion, insertLines(file, below, [written(line)])] },
        { title: "Delete this line", edits: [deletion] },
      ];
    }
  }
}

/** The note above, then the pattern, unless another line has it already. */
function splitNote(line: DockerignoreLine, { file, dockerignore }: DockerignoreSubject): TextEdit {
  const space = line.pattern.search(/\s#/);
  const [pattern, note] = [line.pattern.slice(0, space).trim(), line.pattern.slice(space + 1)];
  const isThere = dockerignore.lines.some(
    (other) => other.negated === line.negated && cleanPattern(other.pattern) === cleanPattern(pattern),
  );
  const lines = isThere ? [note] : [note, written({ ...line, pattern })];
  return replace({ start: { ...line.range.start, character: 0 }, end: line.range.end }, lines.join(lineEndOf(file)));
}

function written({ negated, pattern }: Pick<DockerignoreLine, "negated" | "pattern">): string {
  return negated ? `!${pattern}` : pattern;
}
