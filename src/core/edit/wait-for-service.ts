import { asList, asMap, asText, valueAt } from "../compose/plain-value";
import type { TextEdit } from "../lint/finding";
import { servicesIn } from "../lint/course-compose";
import type { ComposeSubject } from "../lint/subjects";
import { insertYamlKey } from "./insert-yaml-key";
import { lineEndOf, replace } from "./lines";

/**
 * Edits that let a service start only when another one is healthy: `depends_on` in its long form. What else it depends on
 * stays as it is. Undefined where the text cannot be changed safely; none where it waits already.
 */
export function waitForService(
  subject: ComposeSubject,
  waiting: string,
  awaited: string,
): readonly TextEdit[] | undefined {
  const { compose } = subject;
  const path = ["services", waiting, "depends_on"];
  const dependsOn = valueAt(asMap(valueAt(servicesIn(compose.document), waiting)), "depends_on");
  const lines = [`${awaited}:`, "  condition: service_healthy"];
  if (dependsOn === undefined || dependsOn === null) {
    const isThere = compose.entryAt(path) !== undefined;
    const edit = isThere
      ? insertYamlKey(subject, path, lines)
      : insertYamlKey(subject, path.slice(0, -1), ["depends_on:", ...lines.map((line) => `  ${line}`)]);
    return edit && [edit];
  }
  if (Array.isArray(dependsOn)) return inLongForm(subject, waiting, awaited);
  const entry = valueAt(asMap(dependsOn), awaited);
  if (entry === undefined) {
    const edit = insertYamlKey(subject, path, lines);
    return edit && [edit];
  }
  const condition = asText(valueAt(asMap(entry), "condition"));
  if (condition === "service_healthy") return [];
  const place = compose.entryAt([...path, awaited, "condition"]);
  if (condition === undefined || !place?.valueRange || place.isShared || place.kind === "alias") return undefined;
  return [replace(place.valueRange, "service_healthy")];
}

/** `depends_on` as a list becomes a mapping, item by item where each has a line of its own. */
function inLongForm(
  { compose, file }: ComposeSubject,
  waiting: string,
  awaited: string,
): readonly TextEdit[] | undefined {
  const path = ["services", waiting, "depends_on"];
  const list = compose.entryAt(path);
  const service = valueAt(servicesIn(compose.document), waiting);
  const names = asList(valueAt(asMap(service), "depends_on")).map(asText);
  if (!list?.keyRange || !list.valueRange || list.isInFlow || list.holdsAnchor || list.isShared) return undefined;
  const { step } = compose.layout;
  const column = list.keyRange.start.character + step;
  const eol = lineEndOf(file);
  const entry = (name: string): string => {
    const condition = name === awaited ? "service_healthy" : "service_started";
    return `${name}:${eol}${" ".repeat(column + step)}condition: ${condition}`;
  };
  const all = names.flatMap((name) => (name === undefined ? [] : [name]));
  if (all.length !== names.length || all.length === 0) return undefined;
  const more = all.includes(awaited) ? [] : [awaited];
  const indent = eol + " ".repeat(column);
  if (list.kind === "flow-list") {
    if (list.valueRange.start.line !== list.valueRange.end.line) return undefined;
    const range = { start: list.keyRange.end, end: list.valueRange.end };
    return [replace(range, `:${[...all, ...more].map((name) => indent + entry(name)).join("")}`)];
  }
  if (list.kind !== "block-list") return undefined;
  const places = all.map((_, index) => compose.entryAt([...path, index]));
  return places.flatMap((place, index): readonly TextEdit[] => {
    if (!place?.start) return [];
    const start = { line: place.start.line, character: 0 };
    const added = index === all.length - 1 ? more : [];
    const text = [all[index] ?? "", ...added].map((name) => " ".repeat(column) + entry(name)).join(eol);
    return [replace({ start, end: place.end }, text)];
  });
}
