import { type Document, isMap, isNode, isPair, isScalar, parseDocument } from "yaml";
import type { DocumentPath } from "../compose/document-path";
import type { SourceFile } from "../submission";
import { lineRange, type TextRange } from "../text";
import type { ComposeFileModel } from "./compose-file";
import { entryAt, layoutOf } from "./compose-entry";
import type { ParseProblem } from "./dockerfile-model";
import { lineIndex } from "./line-index";
import { NO_ANCHOR, TOO_DEEP, yamlProblem } from "./yaml-problem";

/** Longer files are none of a learner's; and a few lines of aliases could unfold into gigabytes. */
const MOST_CHARACTERS = 256 * 1024;
const MOST_ALIASES = 100;

/** Parses a Compose file as YAML 1.2 with merge keys, as Compose reads it. Never throws. */
export function parseComposeFile(file: SourceFile): ComposeFileModel {
  const refusal = unreadable(file);
  if (refusal !== undefined) return nothing(file, { message: refusal, range: lineRange(0) });
  const yaml = readYaml(file.text);
  if (!yaml) return nothing(file, { message: TOO_DEEP, range: lineRange(0) });
  const index = lineIndex(file.text);
  const [error] = yaml.errors;
  if (error) return nothing(file, { message: yamlProblem(error), range: index.range(...error.pos) });
  const read = plainValue(yaml);
  if ("problem" in read) return nothing(file, { message: read.problem, range: lineRange(0) });
  const source = { yaml, text: file.text, index };
  return {
    path: file.path,
    problems: [],
    document: read.value,
    entryAt: (path) => entryAt(source, path),
    layout: layoutOf(source),
    rangeOf: (path) => placeOf(yaml, path, (start, end) => index.range(start, trimmedEnd(file.text, start, end))),
  };
}

/** Undefined where brackets inside brackets exhaust the stack. */
function readYaml(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { merge: true, prettyErrors: false, logLevel: "error" });
  } catch {
    return undefined;
  }
}

function unreadable({ path, encoding, text }: SourceFile): string | undefined {
  if (encoding === "binary") return `${path} is not a text file.`;
  if (encoding !== "utf-8") return `${path} is saved as UTF-16, as PowerShell's > does; save it again as UTF-8.`;
  return text.length > MOST_CHARACTERS ? `${path} is too long to be a Compose file of this challenge.` : undefined;
}

function nothing(file: SourceFile, problem: ParseProblem): ComposeFileModel {
  return {
    path: file.path,
    problems: [problem],
    document: undefined,
    rangeOf: () => undefined,
    entryAt: () => undefined,
    layout: { step: 2, listStep: 2, quote: '"' },
  };
}

function plainValue(yaml: Document): { readonly value: unknown } | { readonly problem: string } {
  try {
    const value: unknown = yaml.toJS({ maxAliasCount: MOST_ALIASES });
    if (isMap(yaml.contents)) return { value };
    return {
      problem:
        value === null || value === undefined
          ? "The file is empty; expected `services:` with api and redis."
          : "The file must begin with keys such as `services:`.",
    };
  } catch (error) {
    if (/unresolved alias/i.test(String(error))) return { problem: NO_ANCHOR };
    return { problem: "The file's aliases unfold into too much; write the services out." };
  }
}

/** The entry at a path: of a mapping from its key on, of a list the item itself. */
function placeOf(
  yaml: Document,
  path: DocumentPath,
  rangeOf: (start: number, end: number) => TextRange,
): TextRange | undefined {
  const last = path.at(-1);
  const parent = path.length > 1 ? yaml.getIn(path.slice(0, -1), true) : yaml.contents;
  const node = last === undefined ? yaml.contents : yaml.getIn(path, true);
  const pair = isMap(parent)
    ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last)
    : undefined;
  const key = pair && isNode(pair.key) ? pair.key.range : undefined;
  const value = isNode(node) ? node.range : undefined;
  const start = key?.[0] ?? value?.[0];
  const end = value?.[1] ?? key?.[1];
  return start === undefined || end === undefined ? undefined : rangeOf(start, Math.max(start, end));
}

/** A block's range goes on to the next key; what is shown ends with the block's last character. */
function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
