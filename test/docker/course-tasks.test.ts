import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findCourseObjects, removeCourseObjects } from "../../src/folder/clean-up";
import { compareImages } from "../../src/folder/compare-images";
import { checkEnvironment } from "../../src/folder/environment/check-environment";
import { verifyBuildNaive } from "../../src/folder/tasks/build-naive";
import { type LookedAt, verifyTask } from "../../src/folder/tasks/verify-task";
import { docker, NOTHING, thingsOfProcess } from "../support/docker";
import { tempFolder, type TempFolder } from "../support/temp-folder";

const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;

describe("the course's tasks, seen on the real engine", () => {
  afterEach(async () => assert.deepEqual(await thingsOfProcess(process.pid), NOTHING));

  it("the environment check finds an engine that answers, runs and builds", async () => {
    const { items } = await checkEnvironment(context("/"));
    for (const id of ["docker-installed", "engine-answers", "permission", "versions", "compose", "hello-world"]) {
      assert.equal(items.find((item) => item.id === id)?.status, "ok", id);
    }
  });

  it("hello-world greets", async () => {
    assert.equal((await look("hello-world", "/")).status, "verified");
  });

  it("live reload shows on the solution, and not without Flask's switch or without the mount", async () => {
    using good = solution();
    assert.equal((await look("live-reload", good.path)).status, "verified");
    using noSwitch = solution({ 'FLASK_DEBUG: "1"': 'FLASK_DEBUG: "0"' });
    const without = await look("live-reload", noSwitch.path);
    assert.equal(without.status, "failed");
    assert.match(without.next ?? "", /FLASK_DEBUG/);
    using noMount = solution({ "    volumes:\n      - ./src:/app/src:ro\n": "" });
    assert.match((await look("live-reload", noMount.path)).observed, /No folder of yours is mounted/);
  });

  it("the count survives on the solution, and not without a named volume; the learner's own app.py stays as it was", async () => {
    using good = solution();
    const before = readFileSync(join(good.path, "src/app.py"), "utf8");
    const { status, figures } = await look("counter-survives", good.path);
    assert.equal(status, "verified");
    assert.deepEqual(figures, { before: 2, afterDown: 3, afterDownV: 1 });
    assert.equal(readFileSync(join(good.path, "src/app.py"), "utf8"), before);
    using noVolume = solution({
      "    volumes:\n      # keeps the count when the container is replaced\n      - redis_data:/data\n": "",
    });
    const without = await look("counter-survives", noVolume.path);
    assert.equal(without.status, "failed");
    assert.match(without.next ?? "", /named volume/);
  });

  it("the simple image is measured and kept, its user seen, compared, and cleaned up; a stranger's things stay", async () => {
    using folder = solution();
    const stranger = (await docker("create", "--name", `stranger-${process.pid}`, "hello-world")).slice(0, 12);
    try {
      const own = readFileSync(join(folder.path, "Dockerfile"), "utf8");
      assert.match((await verifyBuildNaive(context(folder.path))).result.observed, /several stages/);
      writeFileSync(join(folder.path, "Dockerfile"), NAIVE);
      await docker("build", "--quiet", "--tag", "myapp-naive", folder.path);
      const { result, baseline } = await verifyBuildNaive(context(folder.path));
      assert.equal(result.status, "verified");
      assert.equal(baseline?.dockerfile, NAIVE);
      assert.equal((await look("naive-user", folder.path)).figures?.["uid"], 0);

      writeFileSync(join(folder.path, "Dockerfile"), own);
      const { variants } = await compareImages({ ...context(folder.path), baseline });
      const [naive, slim, current] = variants;
      assert.ok(naive?.state === "measured" && slim?.state === "measured" && current?.state === "measured");
      assert.ok(naive.bytes > slim.bytes && slim.bytes >= current.bytes);
      assert.equal(naive.uid, 0);
      assert.equal(current.uid, 10001);
      assert.ok(naive.afterSourceChange.rebuilt.some((step) => step.includes("pip install")));
      assert.deepEqual(
        current.afterSourceChange.rebuilt.map((step) => step.replace(/^\[[^\]]*\] /, "")),
        ["COPY src/ ./src/"],
      );
      assert.ok(current.afterRequirementsChange.rebuilt.some((step) => step.includes("pip install")));

      const objects = await findCourseObjects(context(folder.path));
      const names = objects.map(({ name }) => name).join(" ");
      assert.match(names, /image myapp-naive:latest/);
      assert.match(names, /image dockerize-coach-baseline/);
      assert.doesNotMatch(names, /stranger|python:3/);
      assert.deepEqual(await removeCourseObjects(objects, context(folder.path)), []);
      assert.equal((await look("clean-up", folder.path)).status, "verified");
      assert.match(await docker("ps", "--all", "--format", "{{.ID}}"), new RegExp(stranger));
    } finally {
      await docker("rm", stranger);
    }
  });

  it("an engine that is off is never the learner's fault", async () => {
    const env = { ...process.env, DOCKER_HOST: "unix:///nonexistent/docker.sock" };
    assert.equal((await verifyTask("hello-world", { ...context("/"), env })).status, "errored");
  });
});

function look(id: LookedAt, folder: string) {
  return verifyTask(id, context(folder));
}

function context(folder: string) {
  const observer = { onStep: () => undefined, onLog: () => undefined };
  return { folder, env: process.env, signal: new AbortController().signal, observer, now: () => Date.now() };
}

/** The reference solution; `changes` replaces text of its Compose file. */
function solution(changes: Readonly<Record<string, string>> = {}): TempFolder {
  const folder = tempFolder();
  for (const part of ["starter", "solution"]) cpSync(`challenge/${part}`, folder.path, { recursive: true });
  const file = join(folder.path, "docker-compose.yml");
  let text = readFileSync(file, "utf8");
  for (const [from, to] of Object.entries(changes)) {
    assert.ok(text.includes(from), `the solution's Compose file has no ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
  return folder;
}
