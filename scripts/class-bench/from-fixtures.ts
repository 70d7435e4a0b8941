import { cpSync } from "node:fs";
import { expectedOf, loadFixtures, type Fixture } from "../../test/support/fixture";
import { materialise } from "../../test/support/materialise-fixture";
import type { BenchSubmission } from "./bench-submission";
import { shuffled } from "../../test/support/seeded-random";

/** What these are worth depends on the network of whoever runs this. */
const OF_THE_NETWORK = /unreachable/;

/** Submissions of the test suite, whose verdicts are known. */
export function fromFixtures(count: number, random: () => number): readonly BenchSubmission[] {
  const fixtures = loadFixtures().filter(({ name, sinceDocker }) => !sinceDocker && !OF_THE_NETWORK.test(name));
  return shuffled(fixtures, random).slice(0, count).map(ofFixture);
}

function ofFixture(fixture: Fixture): BenchSubmission {
  const expected = expectedOf(fixture, "untrusted").expected;
  const good = Object.values(expected).every((status) => status === "passed");
  return {
    name: fixture.name,
    kind: good ? "good" : "broken",
    expected,
    write(folder) {
      using made = materialise(fixture);
      cpSync(made.path, folder, { recursive: true, verbatimSymlinks: true });
    },
  };
}
