import { appendFile, readFile, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Rebuild } from "../core/comparison/comparison";
import type { BuildStep } from "../core/container-engine";
import type { ImageBuild } from "../docker/build/build-image";
import { isInstruction } from "../docker/build/build-trace";

export interface Change {
  /** the copy of the challenge folder */
  readonly copy: string;
  /** relative to it */
  readonly file: string;
  /** a comment that no other build had: the same change twice comes from the cache, also one made for another variant */
  readonly comment: string;
}

/**
 * Appends a comment to a file of the copy, builds, and puts the file back. A file that is not there changes nothing, and one that
 * lies outside of the copy, behind a link, is not touched: it is the learner's own.
 */
export async function rebuildAfter(
  { copy, file, comment }: Change,
  build: () => Promise<ImageBuild>,
): Promise<Rebuild> {
  const real = await realpath(path.join(copy, file)).catch(() => undefined);
  if (real === undefined || !real.startsWith((await realpath(copy)) + path.sep))
    return { ms: 0, rebuilt: [], cached: [] };
  const before = await readFile(real);
  await appendFile(real, `\n# ${comment}\n`);
  const { result } = await build();
  await writeFile(real, before);
  const steps = result.steps.filter(isOwnStep);
  const names = (state: BuildStep["state"]) => steps.filter((step) => step.state === state).map(({ name }) => name);
  return { ms: result.outcome === "built" ? result.durationMs : 0, rebuilt: names("done"), cached: names("cached") };
}

/** A step of the Dockerfile that does something; fetching the base is not the learner's doing. */
export function isOwnStep({ name }: BuildStep): boolean {
  return isInstruction(name) && !/\] FROM /i.test(name) && !/^Step \S+ : FROM /i.test(name);
}
