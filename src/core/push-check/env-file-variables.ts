import { asMap } from "../compose/plain-value";
import type { ComposeFileModel } from "../parse/compose-file";

/**
 * The variables of a Compose file that have no default and that this `.env` gives a value: without the file they would be empty.
 * https://docs.docker.com/reference/compose-file/interpolation/
 */
export function envFileVariables(compose: ComposeFileModel, envFile: string): readonly string[] {
  const given = new Set([...envFile.matchAll(/^\s*(?:export\s+)?(\w+)\s*=/gm)].map(([, name]) => name));
  const used = textsOf(compose.document).flatMap(variablesIn);
  return [...new Set(used)].filter((name) => given.has(name));
}

function variablesIn(text: string): readonly string[] {
  const found = text.matchAll(/\$(?:\$|(\w+)|\{(\w+)([^}]*)\})/g);
  return [...found].flatMap(([, bare, braced, rest = ""]) => {
    const name = bare ?? braced;
    return name === undefined || /^:?[-+]/.test(rest) ? [] : [name];
  });
}

/** Every text of a document, keys left out: Compose puts values in for values only. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.values(asMap(value)).flatMap(textsOf);
}
