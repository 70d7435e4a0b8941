import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import Dockerode from "dockerode";
import { labelledObjects } from "../../src/docker/session/labelled-objects";
import { sessionLabels } from "../../src/docker/session/labels";
import { openSession } from "../../src/docker/session/session";
import { isAbandoned, sweep } from "../../src/docker/session/sweep";
import { thisOwner } from "../../src/docker/session/this-owner";
import { withFolder } from "./graded-folder";

interface Abandoned {
  readonly session: string;
  readonly folders: readonly [own: string, graded: string];
  readonly anonymous: string;
}

describe("what a run leaves behind", () => {
  const children: ChildProcess[] = [];
  afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

  const start = async (): Promise<{ readonly child: ChildProcess; readonly said: Abandoned }> => {
    const script = path.join(__dirname, "abandoned-run.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    for await (const line of createInterface({ input: child.stdout }))
      return { child, said: JSON.parse(line) as Abandoned };
    throw new Error("the run did not start");
  };
  const kill = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });

  it("is nothing, when it is disposed of after it was stopped, and twice", async () => {
    await withFolder({}, async ({ context, abort }) => {
      const { session } = context;
      // The run's own connection is closed with it.
      const docker = new Dockerode();
      const Labels = session.labels;
      const anonymous = { Image: "python:3.11-slim", Cmd: ["sleep", "600"], Labels, Volumes: { "/v": {} } };
      const container = await docker.createContainer(anonymous);
      await container.start();
      const volume = (await container.inspect()).Mounts[0]?.Name ?? "";
      const folder = await session.tempFolder();
      abort.abort();
      // What is under way when the run is stopped is waited for, and then removed too.
      void session.creating(docker.createVolume({ Name: session.name("late"), Labels }));
      await Promise.all([session.dispose(), session.dispose()]);
      assert.deepEqual(await labelledObjects(docker, session.id), []);
      assert.equal(existsSync(folder), false);
      await assert.rejects(docker.getVolume(volume).inspect(), { statusCode: 404 });
    });
  });

  it("is removed by the next run when it was killed, and a living run's is not", async () => {
    await withFolder({}, async ({ context }) => {
      const { docker } = context;
      const [dead, living] = await Promise.all([start(), start()]);
      const kindsOf = async ({ said }: typeof dead) =>
        (await labelledObjects(docker, said.session)).map(({ kind }) => kind).sort();
      const all = ["container", "image", "network", "volume"];
      const mine = `keep-${Date.now()}`;
      await docker.createVolume({ Name: mine, Labels: { mine: "yes" } });
      try {
        await kill(dead.child);
        assert.deepEqual(await kindsOf(dead), all);
        await sweep(docker, { now: Date.now() });
        assert.deepEqual(await kindsOf(dead), []);
        assert.equal(existsSync(dead.said.folders[0]), false);
        await assert.rejects(docker.getVolume(dead.said.anonymous).inspect(), { statusCode: 404 });
        assert.deepEqual(await kindsOf(living), all);
        assert.equal(existsSync(living.said.folders[0]), true);
        await docker.getVolume(mine).inspect();
      } finally {
        await docker.getVolume(mine).remove();
        await kill(living.child);
        await sweep(docker, { now: Date.now() });
        for (const { said } of [dead, living]) rmSync(said.folders[1], { recursive: true, force: true });
      }
      assert.deepEqual(await kindsOf(living), []);
    });
  });

  it("is none of another's, whatever the engine's filter lets through", async () => {
    await withFolder({}, async ({ context }) => {
      const { docker, session } = context;
      const half = session.name("half");
      await docker.createVolume({ Name: half, Labels: { "dockerize-coach.session": "x" } });
      try {
        await sweep(docker, { now: Date.now() });
        await docker.getVolume(half).inspect();
      } finally {
        await docker.getVolume(half).remove();
      }
    });
  });

  describe("belongs to a run that", () => {
    const self = thisOwner();
    const hour = 3_600_000;
    const mark = { session: "other", startedAt: 0, owner: self.owner, pid: self.pid + 1 };
    const alive = () => true;
    const dead = () => false;

    it("is over, when its process has ended", () => assert.equal(isAbandoned(mark, 1, self, dead), true));
    it("goes on, when its process lives", () => assert.equal(isAbandoned(mark, 2 * hour, self, alive), false));
    it("is over after hours, when its pid has been given to another", () =>
      assert.equal(isAbandoned(mark, 7 * hour, self, alive), true));
    it("goes on, whatever the clock says, as long as its very process lives", () => {
      const marked = { ...mark, bornAt: 4711 };
      assert.equal(
        isAbandoned(marked, 99 * hour, self, alive, () => 4711),
        false,
      );
      assert.equal(
        isAbandoned(marked, 1, self, alive, () => 4712),
        true,
      );
    });
    it("may go on, when it is another machine's", () => {
      assert.equal(isAbandoned({ ...mark, owner: "elsewhere" }, hour / 2, self, dead), false);
      assert.equal(isAbandoned({ ...mark, owner: "elsewhere" }, 2 * hour, self, alive), true);
    });
    it("is over, when this process does not know it any more", async () => {
      await withFolder({}, async ({ context }) => {
        const session = openSession(context.docker, { now: 0 });
        const own = { ...mark, pid: self.pid, session: session.id };
        assert.equal(isAbandoned(own, 9 * hour, self), false);
        await session.dispose();
        assert.equal(isAbandoned(own, 1, self), true);
      });
    });
    it("is of no interest without all labels", async () => {
      const { sessionMark } = await import("../../src/docker/session/labels");
      assert.deepEqual(sessionMark(sessionLabels(mark)), mark);
      for (const key of Object.keys(sessionLabels(mark))) {
        assert.equal(sessionMark({ ...sessionLabels(mark), [key]: "" }), undefined, key);
      }
      assert.equal(sessionMark(null), undefined);
    });
  });
});
