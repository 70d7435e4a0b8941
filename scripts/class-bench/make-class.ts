import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BenchSubmission } from "./bench-submission";
import { fromFixtures } from "./from-fixtures";
import { HOSTILE } from "./hostile";
import { randomFrom, shuffled } from "../../test/support/seeded-random";
import { variations } from "./variations";

/** How a class is made up; the rest are fixtures. */
const SHARES = { variations: 14 / 60, hostile: 8 / 60, duplicates: 8 / 60 } as const;

/** A class of `count` submissions, the same for the same seed. */
export function benchClass(seed: number, count: number): readonly BenchSubmission[] {
  const random = randomFrom(seed);
  const numberOf = (share: keyof typeof SHARES) => Math.round(SHARES[share] * count);
  const hostile = shuffled(HOSTILE, random).slice(0, numberOf("hostile"));
  const varied = variations(numberOf("variations"), random);
  const fixtures = count - varied.length - hostile.length - numberOf("duplicates");
  const own = [...fromFixtures(fixtures, random), ...varied];
  const duplicates = shuffled(own, random).slice(0, numberOf("duplicates")).map(duplicateOf);
  return [...own, ...hostile, ...duplicates];
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
