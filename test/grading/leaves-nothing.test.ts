import { strict as assert } from "node:assert";
import { gradeFolder } from "../../src/folder/grade-folder";
import { docker, NOTHING, thingsOfProcess } from "../support/docker";
import { loadFixture } from "../support/fixture";
import { folderSnapshot } from "../support/folder-snapshot";
import { gradeNow } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";

const TAGS = ["learner/app:latest", "learner/app:v1"];
const NETWORKS = ["learner-network", "learner-shared"];
const VOLUMES = ["learner-data", "learner-copies"];
const PORT = "127.0.0.1:5000:5000";

describe("Beside things of the learner's own, a grading run", function () {
  this.timeout(120_000);

  before(createLearnersThings);
  after(removeLearnersThings);

  for (const name of ["compose-with-fixed-names", "compose-with-the-learners-volume", "reference-solution"]) {
    it(`passes ${loadFixture(name).title}, with port 5000 taken, and changes none of them`, async () => {
      using submission = materialise(loadFixture(name));
      const before = await learnersThings();
      const report = await gradeNow(submission.path);
      assert.deepEqual(
        report.checks.filter((check) => check.status !== "passed"),
        [],
      );
      assert.deepEqual(await learnersThings(), before);
      assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
    });
  }

  it("that is stopped in the middle clears up before it says so", async () => {
    using submission = materialise(loadFixture("reference-solution"));
    const before = { things: await learnersThings(), folder: folderSnapshot(submission.path) };
    const stop = new AbortController();
    const run = gradeFolder({
      folder: submission.path,
      env: process.env,
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind === "check-finished" && event.result.id === "image-builds") stop.abort(new Error("stopped"));
      },
    });
    await assert.rejects(run, /stopped/);
    assert.deepEqual(await thingsOfProcess(process.pid), NOTHING);
    assert.deepEqual({ things: await learnersThings(), folder: folderSnapshot(submission.path) }, before);
  });
});

async function createLearnersThings(): Promise<void> {
  for (const tag of TAGS) await docker("tag", "hello-world", tag);
  for (const network of NETWORKS) await docker("network", "create", network);
  for (const volume of VOLUMES) await docker("volume", "create", volume);
  const server = ["python", "-m", "http.server", "5000"];
  const volumes = VOLUMES.flatMap((volume) => ["--volume", `${volume}:/${volume}`]);
  await docker("run", "--detach", "--name", "myapp", "--publish", PORT, ...volumes, "python:3.11-slim", ...server);
  for (const volume of VOLUMES) await docker("exec", "myapp", "sh", "-c", `echo mine > /${volume}/kept`);
}

async function removeLearnersThings(): Promise<void> {
  await docker("rm", "--force", "--volumes", "myapp");
  await docker("volume", "rm", ...VOLUMES);
  await docker("network", "rm", ...NETWORKS);
  await docker("rmi", ...TAGS);
}

/** The learner's things with their ids, the container's state, and every file in the volumes. */
async function learnersThings(): Promise<readonly string[]> {
  const folders = VOLUMES.map((volume) => `/${volume}`);
  return Promise.all([
    docker("inspect", "--format", "{{.Id}} {{.State.Status}} {{.State.StartedAt}} {{.RestartCount}}", "myapp"),
    docker("image", "inspect", "--format", "{{.Id}} {{.RepoTags}}", ...TAGS),
    docker("network", "inspect", "--format", "{{.Id}} {{.Name}} {{.Containers}}", ...NETWORKS),
    docker("volume", "inspect", "--format", "{{.Name}} {{.CreatedAt}} {{.Labels}}", ...VOLUMES),
    docker("exec", "myapp", "find", ...folders, "-printf", "%p %s %T@\n"),
  ]);
}
