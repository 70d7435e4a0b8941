import { COMPOSE_FILE_NAMES } from "./submission";

/** What the coach reads in a file. */
export type FileKind = "dockerfile" | "dockerignore" | "compose" | "requirements";

const COMPOSE_NAMES: readonly string[] = [
  ...COMPOSE_FILE_NAMES,
  ...COMPOSE_FILE_NAMES.map((name) => name.replace(".", ".override.")),
];

/** The kind of a file by its name, or undefined for a file that is none of the coach's business. */
export function fileKind(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/\.dockerignore$/i.test(name)) return "dockerignore";
  if (COMPOSE_NAMES.includes(name)) return "compose";
  if (/^dockerfile(\.|$)/i.test(name) || /\.dockerfile$/i.test(name)) return "dockerfile";
  if (/^requirements[\w.-]*\.txt$/i.test(name)) return "requirements";
  return undefined;
}
