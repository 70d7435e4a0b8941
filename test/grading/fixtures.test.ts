import { strict as assert } from "node:assert";
import { assertVerdict } from "../support/assert-verdict";
import { folderSnapshot } from "../support/folder-snapshot";
import { expectedOf, loadFixtures } from "../support/fixture";
import { assertFitsSchema } from "../support/report-schema";
import { gradeNow } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";
import { docker, NOTHING, thingsOfProcess } from "../support/docker";

/** What another project in this terminal may have left there: none of it may reach the learner's Compose file. */
const FOREIGN = {
  REDIS_URL: "redis://elsewhere:1",
  COMPOSE_FILE: "/nowhere.yml",
  COMPOSE_PROFILES: "cache",
  API_PORT: "1",
};

describe("A grading run on the real engine", function () {
  this.timeout(90_000);

  let engine = Infinity;
  before(async () => (engine = Number.parseInt(await docker("version", "--format", "{{.Server.Version}}"), 10)));

  for (const fixture of loadFixtures()) {
    it(`grades ${fixture.title} (${fixture.name})`, async function () {
      if ((fixture.sinceDocker ?? 0) > engine) this.skip();
      using submission = materialise(fixture);
      const before = folderSnapshot(submission.path);
      const report = await gradeNow(submission.path, FOREIGN);
      assertVerdict(report, expectedOf(fixture, "trusted"), submission.path);
      assertFitsSchema(report);
      assert.deepEqual(folderSnapshot(submission.path), before, "the learner's folder has changed");
    });
  }

  it("leaves nothing in the engine", async () => {
    assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
  });
});
