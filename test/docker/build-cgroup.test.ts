import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildCgroup, takeBuildCgroup } from "../../src/docker/enclosure/build-cgroup";

const LIMITS = { buildBytes: 64 * 2 ** 20, buildProcesses: 20 };
const VERSION = existsSync("/sys/fs/cgroup/cgroup.controllers") ? 2 : 1;
const ROOT = VERSION === 2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory";

async function taken(): Promise<BuildCgroup> {
  const group = await takeBuildCgroup(VERSION, LIMITS);
  assert.ok(group, "there is a control group to be had");
  return group;
}

const procs = (group: BuildCgroup) => join(ROOT, group.parent, "cgroup.procs");

/** A process that takes a group, puts a sleeper into it, and is killed. */
async function abandonedGroup(): Promise<{ readonly parent: string; readonly sleeper: number }> {
  const script = `
    const { takeBuildCgroup } = require("./src/docker/enclosure/build-cgroup.ts");
    const { spawn } = require("node:child_process");
    const sleeper = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
    void takeBuildCgroup(${VERSION}, ${JSON.stringify(LIMITS)}).then((group) => {
      require("node:fs").writeFileSync(\`${ROOT}/\${group.parent}/cgroup.procs\`, String(sleeper.pid));
      console.log(group.parent, sleeper.pid);
    });
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ["--import=tsx", "--eval", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  child.kill("SIGKILL");
  await once(child, "close");
  const [parent = "", sleeper] = line.toString().trim().split(" ");
  return { parent, sleeper: Number(sleeper) };
}

/** Whether a process goes on; one that has ended may wait to be noticed by its parent. */
function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

const isRoot = process.platform === "linux" && process.getuid?.() === 0;

(isRoot ? describe : describe.skip)("a control group for builds", function () {
  this.timeout(30_000);

  it("is one build's at a time, has limits, and is gone when it is given back", async () => {
    const [first, second] = [await taken(), await taken()];
    try {
      assert.notEqual(first.parent, second.parent);
      const limit = VERSION === 2 ? "memory.max" : "memory.limit_in_bytes";
      assert.equal(Number(readFileSync(join(ROOT, first.parent, limit), "utf8")), LIMITS.buildBytes);
    } finally {
      await first.release();
      await second.release();
    }
    assert.ok(!existsSync(join(ROOT, first.parent)) && !existsSync(join(ROOT, second.parent)));
  });

  it("has the same name again, because the cache of builds goes by it", async () => {
    const first = await taken();
    await first.release();
    const again = await taken();
    await again.release();
    assert.equal(again.parent, first.parent);
  });

  it("ends what still runs in it when it is given back", async () => {
    const group = await taken();
    const sleeper = spawn("sleep", ["600"], { stdio: "ignore" });
    const ended = once(sleeper, "close");
    writeFileSync(procs(group), String(sleeper.pid));
    assert.deepEqual(group.processes(), [sleeper.pid]);
    await group.release();
    assert.equal(((await ended) as [number | null, string])[1], "SIGKILL");
    assert.ok(!existsSync(join(ROOT, group.parent)));
  });

  it("of a process that was killed is taken over, and what ran in it ended", async () => {
    const { parent, sleeper } = await abandonedGroup();
    const groups: BuildCgroup[] = [];
    while (!groups.some((group) => group.parent === parent)) groups.push(await taken());
    for (const group of groups) await group.release();
    assert.ok(!runs(sleeper));
  });

  it("tells when its processes have come to an end", async () => {
    const group = await taken();
    const script = "import os, time; input(); [os.fork() or time.sleep(9) for _ in range(100)]";
    const forks = spawn("python3", ["-c", script], { stdio: ["pipe", "ignore", "pipe"] });
    const said: Buffer[] = [];
    forks.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    const ended = once(forks, "exit");
    writeFileSync(procs(group), String(forks.pid));
    if (VERSION === 1) writeFileSync(join("/sys/fs/cgroup/pids", group.parent, "cgroup.procs"), String(forks.pid));
    assert.equal(group.reached().processes, false);
    forks.stdin.end("\n");
    assert.deepEqual(await ended, [1, null]);
    assert.match(Buffer.concat(said).toString(), /Resource temporarily unavailable/);
    assert.equal(group.reached().processes, true);
    await group.release();
  });

  it("tells when its memory has come to an end", async () => {
    const group = await taken();
    const hog = spawn("python3", ["-c", "input(); hog = [bytearray(10_000_000) for _ in range(100)]"]);
    const ended = once(hog, "close");
    writeFileSync(procs(group), String(hog.pid));
    assert.equal(group.reached().memory, false);
    hog.stdin.end("\n");
    await ended;
    assert.equal(group.reached().memory, true);
    await group.release();
  });
});
