import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { loadFixture } from "../support/fixture";
import { gradeNow, statusOf } from "../support/grade-now";
import { materialise } from "../support/materialise-fixture";

describe("Without Docker Compose, a grading run", function () {
  this.timeout(90_000);
  let config: string;

  beforeEach(() => (config = configWithoutCompose()));
  afterEach(() => rmSync(config, { recursive: true, force: true }));

  it("still grades the Dockerfile, and says what is missing", async function () {
    if (hasCompose(config)) return this.skip(); // the system's own folders hold the plugin too
    using submission = materialise(loadFixture("reference-solution"));
    const report = await gradeNow(submission.path, { DOCKER_CONFIG: config });
    assert.equal(statusOf(report, "compose"), "errored");
    assert.deepEqual(report.score, { earned: 85, open: 15, max: 100 });
    const compose = report.checks.find((check) => check.id === "compose");
    assert.match(`${compose?.observed}`, /compose/i);
    assert.match(`${compose?.next}`, /install/i);
  });
});

/** A copy of the docker CLI's configuration whose plugins are all there but Compose. */
function configWithoutCompose(): string {
  const config = mkdtempSync(join(tmpdir(), "dockerize-coach-config-"));
  const plugins = join(process.env["DOCKER_CONFIG"] ?? join(homedir(), ".docker"), "cli-plugins");
  mkdirSync(join(config, "cli-plugins"));
  for (const plugin of readdirSync(plugins).filter((name) => name !== "docker-compose")) {
    symlinkSync(join(plugins, plugin), join(config, "cli-plugins", plugin));
  }
  return config;
}

function hasCompose(config: string): boolean {
  try {
    execFileSync("docker", ["compose", "version"], { env: { ...process.env, DOCKER_CONFIG: config }, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
