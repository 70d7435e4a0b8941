import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchSubmission } from "./bench-submission";
import { fromFixtures } from "./from-fixtures";
import { HOSTILE } from "./hostile";
import { choose, seededRandom } from "./random";
import { variations } from "./variations";

/** Of 60: half are fixtures, the others as listed here. */
const SHARES = { fixtures: 30, variations: 14, duplicates: 8 } as const;

/** The same class for the same seed. */
export function benchClass(seed: number): readonly BenchSubmission[] {
  const random = seededRandom(seed);
  const own = [...fromFixtures(SHARES.fixtures, random), ...variations(SHARES.variations, random), ...HOSTILE];
  const copied = choose(
    own.filter(({ kind }) => kind !== "hostile"),
    SHARES.duplicates,
    random,
  );
  return [...own, ...copied.map(duplicateOf)];
}

function duplicateOf({ name, expected, write }: BenchSubmission): BenchSubmission {
  return { name: `${name}-again`, kind: "duplicate", expected, sameAs: name, write };
}

/**
 * Writes the class into a folder, each submission in one of its own. Builds start cold: every Dockerfile that has a FROM gets a
 * variable of this run behind it, so that no step of an earlier run is taken from the build cache.
 */
export function writeClass(submissions: readonly BenchSubmission[], folder: string, token: string): void {
  for (const { name, write } of submissions) {
    const path = join(folder, name.replaceAll("/", "_"));
    mkdirSync(path, { recursive: true });
    write(path);
    startCold(join(path, "Dockerfile"), token);
  }
}

function startCold(dockerfile: string, token: string): void {
  if (!existsSync(dockerfile)) return;
  const text = readFileSync(dockerfile);
  // What is not plain text is not built either.
  if (text.includes(0)) return;
  const changed = text.toString("latin1").replace(/^(from[ \t][^\n\\]*?)(\r?)$/im, `$1$2\nENV CLASS_RUN=${token}$2`);
  if (/^from/im.test(text.toString("latin1"))) writeFileSync(dockerfile, changed, "latin1");
}
