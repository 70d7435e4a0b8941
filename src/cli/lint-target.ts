import { dockerfileFacts } from "../core/parse/dockerfile-facts";
import { parseDockerfile } from "../core/parse/parse-dockerfile";
import type { SourceFile } from "../core/submission";
import type { FileKind } from "../folder/file-kind";
import type { LintedFile } from "./lint-report";

/** What is known of one file. */
export function lintFile(file: SourceFile, kind: FileKind): LintedFile {
  const facts = kind === "dockerfile" ? dockerfileFacts(parseDockerfile(file)) : {};
  return { path: file.path, kind, findings: [], facts };
}
