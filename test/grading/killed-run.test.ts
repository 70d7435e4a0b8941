import { strict as assert } from "node:assert";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NOTHING, thingsOfProcess, type EngineThings } from "../support/docker";
import { eventually } from "../support/eventually";
import { loadFixture } from "../support/fixture";
import { gradeNow } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";

describe("A grading run that is killed", function () {
  this.timeout(120_000);

  for (const kind of ["containers", "networks"] as const) {
    it(`with its ${kind} in the engine is cleared up by the next one`, async () => {
      using submission = materialise(loadFixture("reference-solution"));
      const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "grade-child.ts"), submission.path]);
      try {
        await eventually(`${kind} of the run`, 60_000, async () => found(await thingsOfProcess(child.pid), kind));
      } finally {
        await kill(child);
      }
      const left = await thingsOfProcess(child.pid);
      assert.notDeepEqual(left, NOTHING, "the run had nothing to leave: the test shows nothing");
      await clearUp(child.pid);
      assert.deepEqual(await thingsOfProcess(child.pid), NOTHING);
      assert.deepEqual(
        readdirSync(tmpdir()).filter((name) => name.includes(`-${child.pid}-`)),
        [],
      );
    });
  }
});

/** Programs that the killed process had started may live a moment longer and make more: the run after the next sees that. */
async function clearUp(pid: number | undefined): Promise<void> {
  using cheap = materialise(loadFixture("empty-folder"));
  await eventually("a sweep that leaves nothing", 60_000, async () => {
    await gradeNow(cheap.path);
    const things = await thingsOfProcess(pid);
    return Object.values(things).every((list) => list.length === 0) ? true : undefined;
  });
}

function found(things: EngineThings, kind: keyof EngineThings): true | undefined {
  return things[kind].length > 0 ? true : undefined;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
