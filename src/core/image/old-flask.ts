import type { Project } from "../lint/project";

const FLASK = /^[ \t]*flask[ \t]*(?:\[[^\]]*\])?[ \t]*([=~<>!][^#;]*)/i;
/** Bounds and versions below 2.3, the first version that knows no FLASK_ENV. */
const OLD =
  /^(?:===?|~=)[ \t]*(?:[01]|2\.[0-2])(?:\.|$)|^<[ \t]*(?:[012]|2\.[0-3])(?:\.0)*$|^<=[ \t]*(?:[012]|2\.[0-2])(?:\.|$)/;

/** Whether one of the project's requirements files holds Flask below 2.3, so that FLASK_ENV still means something. */
export function hasOldFlask({ files }: Project): boolean {
  return [...files].some(
    ([path, { text }]) => /requirements[\w.-]*\.txt$/i.test(path) && text.split(/\r?\n/).some(isOldFlask),
  );
}

function isOldFlask(line: string): boolean {
  const versions = FLASK.exec(line)?.[1]?.split(",") ?? [];
  return versions.some((version) => OLD.test(version.trim()));
}
