import type { DocumentPath } from "./document-path";
import { asMap, asText, type PlainMap, valueAt } from "./plain-value";

/** One variable that a service's `environment` sets. */
export interface EnvironmentEntry {
  readonly name: string;
  /** as written; undefined where it is taken from whoever starts Compose */
  readonly value: string | undefined;
  readonly path: DocumentPath;
}

/** A service's `environment`, written as a mapping or as a list. */
export function environmentEntries(service: PlainMap, name: string): readonly EnvironmentEntry[] {
  const environment = valueAt(service, "environment");
  const path = ["services", name, "environment"];
  if (Array.isArray(environment)) {
    return environment.flatMap((item, index) => {
      const [, key, value] = /^([^=]+)(?:=([\s\S]*))?$/.exec(asText(item) ?? "") ?? [];
      return key === undefined ? [] : [{ name: key, value, path: [...path, index] }];
    });
  }
  return Object.entries(asMap(environment)).map(([key, value]) => ({
    name: key,
    value: plainText(value),
    path: [...path, key],
  }));
}

function plainText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
