import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { lineIndex } from "../parse/line-index";
import { contains } from "../range";
import type { Position, TextRange } from "../text";
import type { DocumentPath } from "./document-path";

export interface KeyAt {
  readonly path: DocumentPath;
  readonly range: TextRange;
}

/** Deeper than any Compose file; a text of brackets alone must not exhaust the stack. */
const DEEPEST = 20;

/** The key of a YAML mapping that a place is in, with the path that leads to it; undefined between keys. Never throws. */
export function keyAt(text: string, position: Position): KeyAt | undefined {
  try {
    const document = parseDocument(text, { merge: true, prettyErrors: false, logLevel: "error" });
    const index = lineIndex(text);
    return find(document.contents, [], (start, end) => index.range(start, end), position);
  } catch {
    return undefined;
  }
}

function find(
  node: unknown,
  path: DocumentPath,
  rangeOf: (start: number, end: number) => TextRange,
  position: Position,
): KeyAt | undefined {
  if (path.length > DEEPEST) return undefined;
  for (const { key, keyNode, value } of entriesOf(node)) {
    const inner = [...path, key];
    if (keyNode?.range) {
      const range = rangeOf(keyNode.range[0], keyNode.range[1]);
      if (contains(range, position)) return { path: inner, range };
    }
    const found = find(value, inner, rangeOf, position);
    if (found) return found;
  }
  return undefined;
}

function entriesOf(node: unknown): readonly { key: string | number; keyNode?: Node; value: unknown }[] {
  if (isSeq(node)) return node.items.map((value, key) => ({ key, value }));
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key) ? [{ key: String(pair.key.value), keyNode: pair.key, value: pair.value }] : [],
  );
}
