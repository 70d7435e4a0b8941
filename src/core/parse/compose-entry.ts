import { type Document, isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node, visit } from "yaml";
import type { DocumentPath } from "../compose/document-path";
import type { Position, TextRange } from "../text";
import type { ComposeEntry, ComposeLayout, EntryKind } from "./compose-file";
import type { LineIndex } from "./line-index";

/** What the entries of one document are read from. */
export interface EntrySource {
  readonly yaml: Document;
  readonly text: string;
  readonly index: LineIndex;
}

interface Found {
  readonly node: unknown;
  readonly key?: Node;
  readonly around: readonly Node[];
}

/** How an entry is written; undefined where no such path stands in the text itself, as for what comes by an alias. */
export function entryAt(source: EntrySource, path: DocumentPath): ComposeEntry | undefined {
  const found = find(source.yaml, path);
  if (!found) return undefined;
  const { node, key, around } = found;
  const { text, index } = source;
  const used = anchorsInUse(source.yaml);
  const isUsed = (each: unknown): boolean => isNode(each) && "anchor" in each && used.has(String(each.anchor));
  const kind = kindOf(node);
  const value = isNode(node) && node.range && kind !== "nothing" ? node.range : undefined;
  const end = index.positionAt(lastOffset(node, text) ?? key?.range?.[1] ?? 0);
  const column = columnOf(key, node, text, index);
  const inner = isCollection(node) && node.range && !node.flow ? index.positionAt(node.range[0]).character : undefined;
  return {
    kind,
    end,
    ...(key?.range && { keyRange: index.range(key.range[0], key.range[1]) }),
    ...(value && { valueRange: { start: index.positionAt(value[0]), end }, source: text.slice(value[0], value[1]) }),
    ...(column && { start: column }),
    ...(inner !== undefined && { innerColumn: inner }),
    isInFlow: around.some((each) => isCollection(each) && each.flow === true),
    isShared: isUsed(node) || around.some(isUsed),
    holdsAnchor: holdsAnchor(node, isUsed),
  };
}

/** How a document is indented and quoted, by the first place that shows it. */
export function layoutOf({ yaml, text, index }: EntrySource): ComposeLayout {
  let [step, listStep]: (number | undefined)[] = [];
  let quote: ComposeLayout["quote"] | undefined;
  visit(yaml, {
    Scalar(_, { type }) {
      if (type === "QUOTE_DOUBLE") quote ??= '"';
      if (type === "QUOTE_SINGLE") quote ??= "'";
    },
    Pair(_, { key, value }) {
      if (!isNode(key) || !key.range || !isCollection(value) || !value.range || value.flow) return;
      const own = index.positionAt(value.range[0]).character - columnAt(text, key.range[0]);
      // With an anchor or a tag in front, a key may stand further in than what belongs to it.
      if (own < 0) return;
      if (isMap(value)) step ??= own === 0 ? undefined : own;
      else listStep ??= own;
    },
  });
  return { step: step ?? 2, listStep: listStep ?? step ?? 2, quote: quote ?? '"' };
}

function find(yaml: Document, path: DocumentPath): Found | undefined {
  let found: Found = { node: yaml.contents, around: [] };
  for (const step of path) {
    const { node, around } = found;
    const wider = isNode(node) ? [...around, node] : around;
    if (isSeq(node) && typeof step === "number" && step < node.items.length) {
      found = { node: node.items[step], around: wider };
      continue;
    }
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    if (!pair || !isNode(pair.key)) return undefined;
    found = { node: pair.value, key: pair.key, around: wider };
  }
  return found;
}

function kindOf(node: unknown): EntryKind {
  if (isAlias(node)) return "alias";
  if (isMap(node)) return node.flow ? "flow-map" : "block-map";
  if (isSeq(node)) return node.flow ? "flow-list" : "block-list";
  if (!isScalar(node) || !node.range || node.range[0] === node.range[1]) return "nothing";
  switch (node.type) {
    case "QUOTE_DOUBLE":
    case "QUOTE_SINGLE":
      return "quoted";
    case "BLOCK_LITERAL":
    case "BLOCK_FOLDED":
      return "block-text";
    default:
      return "plain";
  }
}

/** Where the last character of a value ends that is neither white space nor a comment. */
function lastOffset(node: unknown, text: string): number | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const last: unknown = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (isPair(last)) return lastOffset(last.value, text) ?? (isNode(last.key) ? last.key.range?.[1] : undefined);
  if (last !== undefined) return lastOffset(last, text);
  return node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length;
}

/** Where an entry begins: a mapping's at its key, a list's at its dash. */
function columnOf(key: Node | undefined, node: unknown, text: string, index: LineIndex): Position | undefined {
  if (key?.range) return index.positionAt(key.range[0]);
  if (!isNode(node) || !node.range) return undefined;
  const [at] = node.range;
  const dash = /-[ \t]+$/.exec(text.slice(at - columnAt(text, at), at));
  return dash ? index.positionAt(at - dash[0].length) : undefined;
}

function columnAt(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) - 1;
}

const USED = new WeakMap<Document, ReadonlySet<string>>();

/** The anchors that an alias somewhere stands for; one that nobody uses changes nothing. */
function anchorsInUse(yaml: Document): ReadonlySet<string> {
  const known = USED.get(yaml);
  if (known) return known;
  const used = new Set<string>();
  visit(yaml, { Alias: (_, { source }) => void used.add(source) });
  USED.set(yaml, used);
  return used;
}

function holdsAnchor(node: unknown, isUsed: (each: unknown) => boolean): boolean {
  let holds = isUsed(node);
  if (isNode(node)) visit(node, { Node: (_, each) => void (holds ||= isUsed(each)) });
  return holds;
}

/** The range of a stretch of an entry's value, by its place in `source`. */
export function partOfValue({ valueRange }: ComposeEntry, from: number, to: number): TextRange | undefined {
  if (!valueRange || valueRange.start.line !== valueRange.end.line) return undefined;
  const at = (offset: number): Position => ({
    line: valueRange.start.line,
    character: valueRange.start.character + offset,
  });
  return { start: at(from), end: at(to) };
}
