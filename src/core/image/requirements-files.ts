import type { DockerfileSubject } from "../lint/subjects";
import type { ShellWord } from "../parse/shell-commands";
import { requirementLines } from "./requirements-facts";

/** The texts of the project's files that requirements on a command line may be: those of the same name, wherever they lie. */
export function requirementsTexts(words: readonly ShellWord[], { project }: DockerfileSubject): readonly string[] {
  const names = new Set(words.map(({ text }) => text.split("/").at(-1)));
  return [...project.files].flatMap(([path, { text }]) => (names.has(path.split("/").at(-1)) ? [text] : []));
}

/** What a requirements file leads to beside itself: the project's source, other requirements files, or nothing. */
export function linkedFiles(text: string): "source" | "requirements" | undefined {
  const lines = requirementLines(text);
  if (lines.some((line) => /^(?:-e|--editable|-f|--find-links|\.|\/|file:)|@\s*(?:file:|\.)/.test(line)))
    return "source";
  return lines.some((line) => /^(?:-[rc]|--requirement|--constraint)/.test(line)) ? "requirements" : undefined;
}
