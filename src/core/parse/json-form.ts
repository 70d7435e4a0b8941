export type JsonForm =
  | { readonly kind: "none" }
  | { readonly kind: "strings"; readonly strings: readonly string[] }
  /** an array with something else than strings in it, which BuildKit refuses */
  | { readonly kind: "mixed" };

/** Whether an argument is a JSON array; what only looks like one (single quotes, a trailing comma) is text, as to BuildKit. */
export function jsonForm(argument: string): JsonForm {
  if (!argument.startsWith("[")) return { kind: "none" };
  try {
    const value: unknown = JSON.parse(argument);
    if (!Array.isArray(value)) return { kind: "none" };
    const strings = value.filter((element): element is string => typeof element === "string");
    return strings.length === value.length ? { kind: "strings", strings } : { kind: "mixed" };
  } catch {
    return { kind: "none" };
  }
}
