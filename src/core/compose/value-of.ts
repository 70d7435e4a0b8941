import type { DocumentPath } from "./document-path";
import { asList, asMap, valueAt } from "./plain-value";

/** The value that a path leads to in a document, or undefined. */
export function valueOf(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof step === "number" ? asList(value)[step] : valueAt(asMap(value), step)),
    document,
  );
}
