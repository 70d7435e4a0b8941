import { cpSync } from "node:fs";
import { loadFixtures, type Fixture } from "../../test/support/fixture";
import { materialise } from "../../test/support/materialise-fixture";
import type { BenchSubmission } from "./bench-submission";
import { choose } from "./random";

/** What these ask for is refused in untrusted work, or depends on the network of whoever runs this. */
const TRUSTED_ONLY = /provider|hooks|unreachable|another-folder|learners-volume/;

/** Submissions of the test suite, whose verdicts are known. */
export function fromFixtures(count: number, random: () => number): readonly BenchSubmission[] {
  const fixtures = loadFixtures().filter(({ name, sinceDocker }) => !sinceDocker && !TRUSTED_ONLY.test(name));
  return choose(fixtures, count, random).map(ofFixture);
}

function ofFixture(fixture: Fixture): BenchSubmission {
  const good = Object.values(fixture.expected).every((status) => status === "passed");
  return {
    name: fixture.name,
    kind: good ? "good" : "broken",
    expected: fixture.expected,
    write(folder) {
      using made = materialise(fixture);
      cpSync(made.path, folder, { recursive: true, verbatimSymlinks: true });
    },
  };
}
