import type { Message } from "./rule";

/** A rule's message as one text: what was found, why it matters, what to do. A `{name}` without a value stays as it is. */
export function renderMessage(
  { observed, why, next }: Message,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
  return [observed, why, next].map(put).join(" ");
}
