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
import { tempFolder } from "../support/temp-folder";
import { startFaultProxy, type FaultProxy } from "./fault-proxy";

describe("A grading run that is killed leaves nothing that outlives the next run", function () {
  this.timeout(180_000);
  before(function () {
    if (!process.env.DOCKER_HOST?.startsWith("unix://")) this.skip();
  });

  for (const [where, call] of [
    ["while it builds", "POST /session"],
    ["while its container is started", "POST /containers/{id}/start"],
    ["while the learner's files are copied into a volume", "PUT /containers/{id}/archive"],
    ["while Compose makes the network", "POST /networks/create"],
    ["while it clears up", "DELETE /images/{id}"],
  ] as const) {
    it(where, async () => {
      using submission = materialise(loadFixture("reference-solution"));
      using folder = tempFolder();
      const engine = `${process.env.DOCKER_HOST}`.slice("unix://".length);
      await using proxy = await startFaultProxy({ engine, socket: join(folder.path, "engine.sock"), faults: [] });
      const child = gradeIn(submission.path, proxy.host);
      await seen(proxy, call).finally(() => kill(child));
      assert.deepEqual(await leftAfterTheNextRuns(child.pid), { ...NOTHING, folders: [] });
    });
  }
});

function gradeIn(folder: string, host: string): ChildProcess {
  const words = ["--import", "tsx", join(__dirname, "grade-child.ts"), folder];
  return spawn(process.execPath, words, { env: { ...process.env, DOCKER_HOST: host }, stdio: "ignore" });
}

async function seen({ calls }: FaultProxy, call: string): Promise<void> {
  await eventually(call, 90_000, async () => (calls.some(({ name }) => name === call) ? true : undefined));
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** Programs that the killed process had started may live a moment longer and make more: the run after the next sees that. */
async function leftAfterTheNextRuns(
  pid: number | undefined,
): Promise<EngineThings & { readonly folders: readonly string[] }> {
  using cheap = materialise(loadFixture("empty-folder"));
  const look = async () => {
    await gradeNow(cheap.path);
    const folders = readdirSync(tmpdir()).filter((name) => name.includes(`-${pid}-`));
    return { ...(await thingsOfProcess(pid)), folders };
  };
  const clean = async () => {
    const left = await look();
    return Object.values(left).every((list) => list.length === 0) ? left : undefined;
  };
  return await eventually("a sweep that leaves nothing", 60_000, clean).catch(look);
}
