// Grades every fixture in a real VS Code, on the command line and by the steps of the GitHub workflow, and says where the reports
// differ in more than times and environment.
//
//   npm run same-report
//   npm run same-report -- --only solution-minimal,no-compose --window 15
import { parseArgs } from "node:util";
import { compareEverywhere, disagreements } from "../test/everywhere/compare-everywhere";
import { buildCli } from "../test/support/built-cli";
import { type Fixture, loadFixture, loadFixtures } from "../test/support/fixture";
import { ensureEngine, ensureVsCode, takeDown, takeDownLater, takeDownOnSignals } from "../test/testbed/up.mjs";

const { values } = parseArgs({ options: { only: { type: "string" }, window: { type: "string", default: "15" } } });

void main();

async function main(): Promise<void> {
  takeDownOnSignals();
  try {
    const engine = takeDownLater(await ensureEngine());
    const { executable } = await ensureVsCode();
    Object.assign(process.env, engine.env, executable && { VSCODE_EXECUTABLE: executable });
    buildCli();
    await compareAll(values.only === undefined ? loadFixtures() : values.only.split(",").map(loadFixture));
  } finally {
    await takeDown();
  }
}

async function compareAll(fixtures: readonly Fixture[]): Promise<void> {
  const size = Number(values.window);
  const began = performance.now();
  const count = { same: 0, other: 0 };
  for (let at = 0; at < fixtures.length; at += size) {
    await compareEverywhere(fixtures.slice(at, at + size), (seen) => {
      const found = disagreements(seen);
      count[found.length === 0 ? "same" : "other"] += 1;
      console.log(
        `${found.length === 0 ? "✔" : "✖"} ${seen.fixture.name}${found.map((line) => `\n    ${line}`).join("")}`,
      );
    });
  }
  const minutes = Math.round((performance.now() - began) / 60_000);
  console.log(`\n${count.same} the same in all three, ${count.other} not, in ${minutes} minutes`);
  process.exitCode = count.other > 0 ? 1 : 0;
}
