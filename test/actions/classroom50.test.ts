import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCli, type CliRun, output } from "../support/built-cli";
import { CLASSROOM_ENV, readClassroomResult } from "../support/classroom-result";
import { tempFolder } from "../support/temp-folder";
import { pushed } from "./support/pushed";

const ROOT = join(__dirname, "..", "..");

/** Starts the example as Classroom 50's runner does: from the assignment's bundle, in the student's checkout. */
async function autograde(checkout: string, env: Record<string, string> = {}): Promise<CliRun> {
  using bundle = tempFolder();
  cpSync(join(ROOT, "examples", "classroom50", "autograder.py"), join(bundle.path, "autograder.py"));
  cpSync(join(ROOT, "dist", "grader.cjs"), join(bundle.path, "grader.cjs"));
  const call = { cwd: checkout, env: { ...CLASSROOM_ENV, ...env } };
  return await output("python3", [join(bundle.path, "autograder.py")], call);
}

describe("the example for Classroom 50", function () {
  this.timeout(300_000);
  before(buildCli);

  it("leaves a result that its gradebook reads, and a page for the release", async () => {
    using checkout = await pushed("solution");
    const { code, stdout, stderr } = await autograde(checkout.path);
    assert.equal(code, 0, stdout + stderr);
    const result = readClassroomResult(readFileSync(join(checkout.path, "result.json"), "utf8"), CLASSROOM_ENV);
    assert.deepEqual([result.score, result["max-score"], result.tests.length], [100, 100, 10]);
    assert.match(readFileSync(join(checkout.path, "release-body.md"), "utf8"), /: 100 of 100 points/);
  });

  it("counts missing points as a result, and a missing engine as a fault", async () => {
    using checkout = await pushed("starter");
    assert.equal((await autograde(checkout.path)).code, 0);
    using solved = await pushed("solution");
    assert.equal((await autograde(solved.path, { DOCKER_HOST: "unix:///no/such/engine.sock" })).code, 3);
  });
});
