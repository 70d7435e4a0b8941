import { readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/core/report";
import { openContext } from "../../src/docker/open-context";
import { gradeFolder } from "../../src/folder/grade-folder";
import { thingsOfProcess } from "../support/docker";
import { eventually } from "../support/eventually";
import { loadFixture } from "../support/fixture";
import { materialise } from "../support/materialise-fixture";
import type { Fault } from "./fault-kind";
import { startFaultProxy, type FaultProxy, type SeenCall } from "./fault-proxy";

/** What came of a grading run that faults struck. */
export interface FaultyRun {
  readonly report: Report;
  readonly calls: readonly SeenCall[];
  readonly fired: readonly Fault[];
  readonly durationMs: number;
  /** what was still there after the next run, in words */
  readonly leaks: readonly string[];
}

/** Milliseconds for what a run has left to go: programs that were killed, and what the next run sweeps away. */
const CLEARING_MS = 60_000;

/** Grades a fixture through a proxy with these faults; then does what the next run would do, and looks for what is left. */
export async function runWithFaults(fixture: string, faults: readonly Fault[], engine: string): Promise<FaultyRun> {
  using submission = materialise(loadFixture(fixture));
  const folder = await mkdtemp(join(tmpdir(), "faults-"));
  try {
    // Only a connection over TCP can be reset.
    const socket = faults.some(({ kind }) => kind === "reset") ? undefined : join(folder, "engine.sock");
    await using proxy = await startFaultProxy({ engine, socket, faults });
    const started = performance.now();
    const env = { ...process.env, DOCKER_HOST: proxy.host };
    const report = await gradeFolder({ folder: submission.path, env, signal: new AbortController().signal });
    const durationMs = Math.round(performance.now() - started);
    const leaks = await leftAfterTheNextRun(proxy, submission.path);
    return { report, calls: proxy.calls, fired: proxy.fired, durationMs, leaks };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function leftAfterTheNextRun(proxy: FaultProxy, folder: string): Promise<readonly string[]> {
  let left: readonly string[] = [];
  const look = async () => {
    await sweepAsTheNextRun(folder);
    left = await whatIsLeft(proxy);
    return left.length === 0 ? true : undefined;
  };
  return eventually("a clean machine", CLEARING_MS, look).then(
    () => [],
    () => left,
  );
}

async function sweepAsTheNextRun(folder: string): Promise<void> {
  const observer = { onStep: () => undefined, onLog: () => undefined };
  const opened = await openContext({ folder, env: process.env, signal: new AbortController().signal, observer });
  if (opened.status === "unreachable") throw new Error(opened.detail);
  await opened.context.session.dispose();
}

async function whatIsLeft(proxy: FaultProxy): Promise<readonly string[]> {
  const things = Object.entries(await thingsOfProcess(process.pid)).flatMap(([kind, names]) =>
    names.map((name) => `${kind}: ${name}`),
  );
  const folders = readdirSync(tmpdir()).filter((name) => name.includes(`-${process.pid}-`));
  return [
    ...things,
    ...folders.map((name) => `temporary folder: ${name}`),
    ...programsTalkingTo(proxy.host).map((program) => `program: ${program}`),
    ...(proxy.connections() > 0 ? [`${proxy.connections()} open connections`] : []),
  ];
}

/** The programs of this machine that were started with this address of an engine. */
function programsTalkingTo(host: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const settings = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
        const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return settings.includes(`DOCKER_HOST=${host}`) ? [`${pid} ${words}`] : [];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}
