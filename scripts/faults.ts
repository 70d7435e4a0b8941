// Grades submissions while the way to the engine breaks, again and again, and tells what came of it.
//
//   npm run faults -- [--seed 1] [--faults 1000] [--jobs 3] [--from 0] [--verbose]
//   npm run faults -- --replay '[{"fixture":…,"faults":[…]}]'     a run as it is printed where something went wrong
import { parseArgs } from "node:util";
import { type DoneRun, runCampaign } from "../test/faults/campaign";
import { FAULT_KINDS, faultWords } from "../test/faults/fault-kind";
import type { PlannedRun } from "../test/faults/fault-plan";
import { ensureEngine, takeDown, takeDownLater, takeDownOnSignals } from "../test/testbed/up.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    faults: { type: "string", default: "1000" },
    jobs: { type: "string", default: "3" },
    from: { type: "string", default: "0" },
    replay: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});

void main();

async function main(): Promise<void> {
  takeDownOnSignals();
  const engine = takeDownLater(await ensureEngine());
  try {
    const env = { ...process.env, ...engine.env };
    const started = performance.now();
    const done = await runCampaign({
      seed: Number(values.seed),
      faults: Number(values.faults),
      jobs: Number(values.jobs),
      from: Number(values.from),
      ...(values.replay !== undefined && { replay: JSON.parse(values.replay) as readonly PlannedRun[] }),
      env,
      engine: socketOf(env.DOCKER_HOST),
      onRun: tell,
    });
    summarise(done, performance.now() - started);
    if (done.some(isBad)) process.exitCode = 1;
  } finally {
    await takeDown();
  }
}

function socketOf(host = "unix:///var/run/docker.sock"): string {
  if (!host.startsWith("unix://"))
    throw new Error(`The faults need an engine on a socket of this machine, not ${host}.`);
  return host.slice("unix://".length);
}

function isBad({ verdict }: DoneRun): boolean {
  return verdict !== "right" && verdict !== "errored";
}

function tell(run: DoneRun): void {
  if (!isBad(run) && !values.verbose) return;
  const { number, planned, fired, verdict, trouble, durationMs } = run;
  console.log(`\n${number} ${planned.fixture}: ${verdict} after ${(durationMs / 1000).toFixed(1)} s`);
  for (const fault of fired) console.log(`  ${faultWords(fault)}`);
  for (const line of trouble) console.log(`  → ${line.replaceAll("\n", "\n    ")}`);
  if (isBad(run)) console.log(`  --replay '${JSON.stringify([planned])}'`);
}

function summarise(done: readonly DoneRun[], ms: number): void {
  const fired = done.flatMap((run) => run.fired);
  const count = (verdict: DoneRun["verdict"]) => done.filter((run) => run.verdict === verdict).length;
  const calls = new Set(fired.map(({ call }) => call));
  console.log(`\n${fired.length} faults in ${done.length} grading runs, at ${calls.size} different calls:`);
  for (const kind of FAULT_KINDS) console.log(`  ${kind.padEnd(8)} ${fired.filter((one) => one.kind === kind).length}`);
  for (const call of [...calls].sort())
    console.log(`  ${String(fired.filter((one) => one.call === call).length).padStart(4)} × ${call}`);
  console.log(`Runs: ${count("right")} right, ${count("errored")} errored with the cause.`);
  console.log(
    `${count("wrong")} wrong verdicts, ${count("unexplained")} without a cause, ${count("hang")} hangs, ${count("leak")} leaks, ${count("crash")} crashes.`,
  );
  console.log(`${Math.round(ms / 1000)} s.`);
}
