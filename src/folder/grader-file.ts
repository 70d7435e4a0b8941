import { createHash } from "node:crypto";

/** What a grader's first line says of it, and whether that is still true. */
export interface GraderSeal {
  readonly version: string;
  /** nobody has changed the file since it was built; line ends do not count, git changes them on Windows */
  readonly intact: boolean;
}

/** Reads a grader's seal, which scripts/seal-grader.mjs wrote; undefined where the file is none of ours. */
export function graderSeal(text: string): GraderSeal | undefined {
  const lines = text.replaceAll("\r\n", "\n");
  const end = lines.indexOf("\n") + 1;
  const [, version, hash] = /^\/\/ Dockerize Coach grader (\d+\.\d+\.\d+\S*) sha256:([0-9a-f]{64})\n$/.exec(
    lines.slice(0, end),
  ) ?? [undefined];
  if (version === undefined) return undefined;
  return { version, intact: createHash("sha256").update(lines.slice(end)).digest("hex") === hash };
}

/** Whether the first version comes before the second; what follows the three numbers does not count. */
export function isOlder(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const first = [0, 1, 2].find((place) => one?.[place] !== two?.[place]);
  return first !== undefined && (one?.[first] ?? 0) < (two?.[first] ?? 0);
}
