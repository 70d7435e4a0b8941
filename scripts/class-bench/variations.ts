import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECK_IDS, type CheckId } from "../../src/core/checks/check-id";
import type { CheckStatus } from "../../src/core/report";
import type { BenchSubmission } from "./bench-submission";

const CHALLENGE = join(__dirname, "..", "..", "challenge");

/** A mistake that a learner makes, as a change of the solution, and what it must cost. */
interface Mistake {
  readonly name: string;
  readonly expected: Readonly<Partial<Record<CheckId, CheckStatus>>>;
  apply(folder: string): void;
}

const MISTAKES: readonly Mistake[] = [
  { name: "no-user", expected: { "non-root-user": "failed" }, apply: (folder) => edit(folder, /^USER .*\n/m, "") },
  {
    name: "no-healthcheck",
    expected: { healthcheck: "failed" },
    apply: (folder) => edit(folder, /^HEALTHCHECK [\s\S]*?\]\n/m, ""),
  },
  {
    name: "no-dockerignore",
    expected: { dockerignore: "failed" },
    apply: (folder) => rmSync(join(folder, ".dockerignore")),
  },
  {
    name: "full-base",
    expected: { "slim-base": "failed", "image-size": "failed" },
    apply: (folder) => edit(folder, /^FROM python:3\.11-slim$/m, "FROM python:3.11"),
  },
  {
    name: "no-compose",
    expected: { compose: "failed" },
    apply: (folder) => rmSync(join(folder, "docker-compose.yml")),
  },
];

/** The solution as `count` learners might have it: names and paths of their own, and in every second one a mistake. */
export function variations(count: number, random: () => number): readonly BenchSubmission[] {
  return Array.from({ length: count }, (_, index) => {
    const mistake = index % 2 === 1 ? MISTAKES[Math.floor(index / 2) % MISTAKES.length] : undefined;
    return variation(index, Math.floor(1e6 * random()), mistake);
  });
}

function variation(index: number, number: number, mistake: Mistake | undefined): BenchSubmission {
  const passed = Object.fromEntries(CHECK_IDS.map((id) => [id, "passed" as const]));
  return {
    name: `learner-${String(index + 1).padStart(2, "0")}${mistake ? `-${mistake.name}` : ""}`,
    kind: mistake ? "broken" : "good",
    expected: { ...passed, ...mistake?.expected },
    write(folder) {
      solution(folder);
      edit(folder, /appuser/g, `user${number}`);
      edit(folder, /\/app\b(?!\.py)/g, `/srv/app${number}`);
      for (const file of ["docker-compose.yml"]) edit(folder, /\/app\/src/, `/srv/app${number}/src`, file);
      mistake?.apply(folder);
    },
  };
}

/** The reference solution in a new folder. */
export function solution(folder: string): void {
  for (const layer of ["starter", "solution"]) cpSync(join(CHALLENGE, layer), folder, { recursive: true });
}

/** Changes a file; a pattern that is not in it would make the submission something else than it says. */
export function edit(folder: string, from: RegExp, to: string, file = "Dockerfile"): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has nothing like ${from}`);
  writeFileSync(path, after);
}
