import type { ContextSource } from "../image/context-sources";
import { lineThatHides } from "../image/hidden-source";
import { junkIn } from "../image/junk-in-context";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerignoreLine, DockerignoreModel } from "../parse/dockerignore-model";
import { ignoreMatcher } from "../parse/ignore-matcher";
import { cleanPattern } from "../parse/ignore-samples";
import { parseDockerignore } from "../parse/parse-dockerignore";
import type { SourceFile } from "../submission";
import { applyEdits } from "./apply-edits";
import { RECOMMENDED, REQUIRED } from "./ignore-lines";
import { deleteLines, insertLines } from "./lines";

const isJunk = ignoreMatcher([...REQUIRED, ...RECOMMENDED].flatMap(({ lines }) => lines));

/**
 * The fix that lets paths into the context again which one line of an ignore file leaves out: the line goes where it names
 * nothing else, or exceptions come right behind it, so that later lines keep their say. An exception that stood too far up
 * moves down. No fix where that would not help, nor for what must not get into an image.
 * @param line the last line that matches each of the sources
 * @param inContext what lies in the context; folders end with `/`
 */
export function unhide(
  file: SourceFile,
  dockerignore: DockerignoreModel,
  line: DockerignoreLine,
  sources: readonly Pick<ContextSource, "path" | "isPattern">[],
  inContext: ReadonlySet<string>,
): readonly Fix[] {
  const different = [...new Map(sources.map((source) => [source.path, source])).values()];
  const paths = different.map(({ path }) => path);
  if (paths.length === 0 || paths.some((path) => path === "" || isJunk(path))) return [];
  const deletion = deleteLines(file, line.range.start.line, line.range.end.line);
  const opens = (edits: readonly TextEdit[]): boolean => {
    const after = parseDockerignore({ ...file, text: applyEdits(file.text, edits) });
    const isHidden = different.some((source) => lineThatHides(after, source, inContext));
    return !isHidden && junkIn(inContext, after).length <= junkIn(inContext, dockerignore).length;
  };
  const isExact = paths.every((path) => cleanPattern(line.pattern) === path);
  if (isExact && opens([deletion])) return [fix(file, `Take the line ${line.pattern} out of ${file.path}`, [deletion])];
  const written = paths.map((path) => `!${path}`);
  const early = dockerignore.lines.filter(({ negated, pattern }) => negated && paths.includes(cleanPattern(pattern)));
  const edits = [
    ...early.map(({ range }) => deleteLines(file, range.start.line, range.end.line)),
    insertLines(file, line.range.end.line + 1, written),
  ];
  if (!opens(edits)) return [];
  return [fix(file, `Let ${paths.join(" and ")} through: ${written.join(", ")} below ${line.pattern}`, edits)];
}

function fix(file: SourceFile, title: string, edits: readonly TextEdit[]): Fix {
  return { title, edits: edits.map((edit) => ({ ...edit, file: file.path })), preferred: true };
}
