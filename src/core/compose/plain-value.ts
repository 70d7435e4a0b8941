/** A mapping of a parsed document; its keys are whatever the document says. */
export type PlainMap = Readonly<Record<string, unknown>>;

/** The value if it is a mapping, else an empty one. */
export function asMap(value: unknown): PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PlainMap) : {};
}

/** The value if it is a list, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a text, else undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The value under a key of the document's own, never one that every JavaScript object has. */
export function valueAt(map: PlainMap, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Whether a key says nothing: absent, false, or an empty text, list or mapping. */
export function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
