import type { FileKind } from "../file-kind";
import type { Finding, TextEdit } from "../lint/finding";
import { OWN_PRAGMA } from "../lint/pragma";
import { suppressionComment } from "../lint/suppressions";
import { commentBlocks, type Comment } from "../lint/comment-blocks";
import type { DockerfileModel } from "../parse/dockerfile-model";
import type { SourceFile } from "../submission";
import { insertLines, linesOf } from "./lines";

/**
 * The edit that switches a finding off where it stands: a comment above its instruction (in other files: its line), as far
 * in as that, or, where such a comment is there already, one rule more in its list. It stands below parser directives,
 * and never between continued lines.
 * @param dockerfile the parsed file where it is a Dockerfile
 */
export function suppressEdit(
  file: SourceFile,
  dockerfile: DockerfileModel | undefined,
  finding: Pick<Finding, "rule" | "range">,
  reason: string,
): TextEdit {
  const line = finding.range.start.line;
  const kind: FileKind = dockerfile ? "dockerfile" : isIgnoreFile(file) ? "dockerignore" : "compose";
  const block = commentBlocks(file, kind, dockerfile).find(({ first, last }) => first <= line && line <= last);
  const pragma = block?.comments.findLast(({ text }) => OWN_PRAGMA.test(text));
  if (pragma) return extended(pragma, finding.rule);
  const lines = linesOf(file);
  const start = block?.start ?? lines.length;
  const indent = kind === "dockerignore" ? "" : (/^\s*/.exec(lines[start] ?? "")?.[0] ?? "");
  return insertLines(file, start, [indent + suppressionComment(finding.rule, reason)]);
}

function extended({ line, text }: Comment, rule: string): TextEdit {
  const [list = ""] = OWN_PRAGMA.exec(text) ?? [];
  const end = { line, character: list.length };
  return { range: { start: end, end }, newText: `,${rule}` };
}

function isIgnoreFile({ path }: SourceFile): boolean {
  return /\.dockerignore$/i.test(path);
}
