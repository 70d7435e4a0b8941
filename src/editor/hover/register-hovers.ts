import { Disposable, Hover, languages, MarkdownString, type Position, Range, type TextDocument } from "vscode";
import { fileKind } from "../../core/file-kind";
import { GLOSSARY } from "../../core/hover/glossary";
import { composeHover, dockerfileHover, type Hover as HoverAt } from "../../core/hover/hover-at";
import { parseDockerfile } from "../../core/parse/parse-dockerfile";
import type { TextRange } from "../../core/text";
import { hoverMarkdown } from "./hover-markdown";

const PATTERNS = "**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile}";
const COMPOSE_PATTERNS = "**/{compose,docker-compose}*.{yml,yaml}";

/** Explains instructions, flags and Compose keys under the pointer, and the glossary's words in the coach's own pages. */
export function registerHovers(extensionPath: string): Disposable {
  return Disposable.from(
    languages.registerHoverProvider([{ language: "dockerfile" }, { pattern: PATTERNS }], {
      provideHover: (document, { line, character }) => {
        const found = dockerfileHover(parseDockerfile(sourceOf(document)), { line, character });
        return found && shown(found, "dockerfile");
      },
    }),
    languages.registerHoverProvider([{ language: "dockercompose" }, { language: "yaml", pattern: COMPOSE_PATTERNS }], {
      provideHover: (document, { line, character }) => {
        const isCompose = document.languageId === "dockercompose" || fileKind(document.uri.path) === "compose";
        const found = isCompose ? composeHover(document.getText(), { line, character }) : undefined;
        return found && shown(found, "yaml");
      },
    }),
    languages.registerHoverProvider([{ language: "markdown" }], {
      provideHover: (document, position) =>
        isOwnPage(document, extensionPath) ? glossaryHover(document, position) : undefined,
    }),
  );
}

function shown(found: HoverAt, language: "dockerfile" | "yaml"): Hover {
  return new Hover(new MarkdownString(hoverMarkdown(found, language)), rangeOf(found.range));
}

function isOwnPage({ uri }: TextDocument, extensionPath: string): boolean {
  return uri.scheme.startsWith("dockerize-coach") || uri.fsPath.startsWith(extensionPath);
}

function glossaryHover(document: TextDocument, position: Position): Hover | undefined {
  for (const { term, also, definition } of GLOSSARY) {
    const names = [term, ...also].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const range = document.getWordRangeAtPosition(position, new RegExp(`\\b(${names.join("|")})s?\\b`, "i"));
    if (range) return new Hover(new MarkdownString(`**${term}**: ${definition}`), range);
  }
  return undefined;
}

function sourceOf(document: TextDocument) {
  return { path: document.fileName, text: document.getText(), encoding: "utf-8" as const };
}

function rangeOf({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
