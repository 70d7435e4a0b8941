import type { CheckResult } from "../../src/core/report";
import { loadFixture } from "../support/fixture";
import { faultWords, type Fault } from "./fault-kind";
import { planRuns, type PlannedRun } from "./fault-plan";
import type { FaultyRun } from "./faulty-run";
import { isRight, unexplained, wrongVerdicts } from "./judge-run";
import { randomFrom } from "../support/seeded-random";
import { runWorker, type RunWorker } from "./run-worker";

export interface CampaignOptions {
  readonly seed: number;
  /** ends when so many have struck */
  readonly faults: number;
  /** runs at the same time */
  readonly jobs: number;
  /** number of the first run; those before it are left out */
  readonly from?: number;
  /** the runs to do, instead of a plan */
  readonly replay?: readonly PlannedRun[];
  readonly env: NodeJS.ProcessEnv;
  /** path of the engine's own socket */
  readonly engine: string;
  /** hears of each run as it ends */
  readonly onRun?: (done: DoneRun) => void;
}

export interface DoneRun {
  readonly number: number;
  readonly planned: PlannedRun;
  readonly fired: readonly Fault[];
  readonly verdict: "right" | "errored" | "wrong" | "unexplained" | "hang" | "leak" | "crash";
  /** what is wrong, in words */
  readonly trouble: readonly string[];
  readonly durationMs: number;
}

/** Submissions of all sorts: what is right must not fail, and what fails must not pass. */
export const FAULTED_FIXTURES = [
  "reference-solution",
  "build-step-fails",
  "crash-at-start",
  "healthcheck-curl-on-slim",
  "compose-without-redis-url",
] as const;

/** Milliseconds: what the limits of a run add up to (see short-limits), the next run's sweep included. */
const RUN_LIMIT = 240_000;

/** Grades under faults until enough have struck. Throws where a clean run does not come out as the fixture says. */
export async function runCampaign(options: CampaignOptions): Promise<readonly DoneRun[]> {
  const { jobs, env, faults, from = 0 } = options;
  const workers = Array.from({ length: jobs }, () => runWorker(env));
  try {
    const clean = await cleanRuns(workers, options);
    const calls = new Map([...clean].map(([fixture, run]) => [fixture, run.calls]));
    const runs = options.replay ?? planRuns(calls, randomFrom(options.seed)).slice(from);
    const queue = runs.map((planned, index) => ({ planned, number: from + index }));
    const done: DoneRun[] = [];
    const struck = () => done.reduce((sum, { fired }) => sum + fired.length, 0);
    await inParallel(workers, async (worker) => {
      for (let next = queue.shift(); next && struck() < faults; next = queue.shift()) {
        const finished = await faultyRun(worker, next, clean.get(next.planned.fixture), options.engine);
        done.push(finished);
        options.onRun?.(finished);
        queue.push(...missed(finished));
      }
    });
    return done;
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

/** A fault whose call never came is tried once more, alone: another may have ended the run before. */
function missed({ planned, fired, number }: DoneRun): readonly { planned: PlannedRun; number: number }[] {
  if (planned.faults.length === 1) return [];
  const left = planned.faults.filter((fault) => !fired.some((one) => faultWords(one) === faultWords(fault)));
  return left.map((fault) => ({ planned: { fixture: planned.fixture, faults: [fault] }, number }));
}

async function faultyRun(
  worker: RunWorker,
  { planned, number }: { readonly planned: PlannedRun; readonly number: number },
  clean: FaultyRun | undefined,
  engine: string,
): Promise<DoneRun> {
  const started = performance.now();
  const answer = await worker.run({ ...planned, engine }, RUN_LIMIT);
  const base = { number, planned, durationMs: Math.round(performance.now() - started) };
  if (answer === "late")
    return { ...base, fired: planned.faults, verdict: "hang", trouble: ["it was not over in time"] };
  if ("crash" in answer) return { ...base, fired: planned.faults, verdict: "crash", trouble: [answer.crash] };
  const { report, fired, leaks } = answer.run;
  const wrong = clean ? wrongVerdicts(clean.report, report) : [];
  if (wrong.length > 0) return { ...base, fired, verdict: "wrong", trouble: wrong };
  const silent = unexplained(report);
  if (silent.length > 0) return { ...base, fired, verdict: "unexplained", trouble: silent };
  if (leaks.length > 0) return { ...base, fired, verdict: "leak", trouble: leaks };
  const verdict = !clean || isRight(clean.report, report) ? "right" : "errored";
  return {
    ...base,
    fired,
    verdict,
    trouble: report.checks.filter(isErrored).map(({ id, observed }) => `${id}: ${observed}`),
  };
}

async function cleanRuns(
  workers: readonly RunWorker[],
  { engine, replay }: CampaignOptions,
): Promise<ReadonlyMap<string, FaultyRun>> {
  const queue: string[] = replay ? [...new Set(replay.map(({ fixture }) => fixture))] : [...FAULTED_FIXTURES];
  const found = new Map<string, FaultyRun>();
  await inParallel(workers, async (worker) => {
    for (let fixture = queue.shift(); fixture !== undefined; fixture = queue.shift()) {
      found.set(fixture, await cleanRun(worker, fixture, engine));
    }
  });
  return found;
}

/** A machine that is very busy may need more than one attempt to be as fast as a run must be. */
async function cleanRun(worker: RunWorker, fixture: string, engine: string, attempts = 3): Promise<FaultyRun> {
  const answer = await worker.run({ fixture, faults: [], engine }, RUN_LIMIT);
  const words = answer === "late" ? [answer] : "crash" in answer ? [answer.crash] : surprises(fixture, answer.run);
  if (words.length === 0 && answer !== "late" && "run" in answer) return answer.run;
  if (attempts > 1) return cleanRun(worker, fixture, engine, attempts - 1);
  throw new Error(`Without faults ${fixture} is not graded as it should be:\n${words.join("\n")}`);
}

function surprises(fixture: string, run: FaultyRun): readonly string[] {
  const { expected } = loadFixture(fixture);
  const others = run.report.checks.filter(({ id, status }) => status !== expected[id]);
  return [...others.map(({ id, status, observed }) => `${id} is ${status}: ${observed}`), ...run.leaks];
}

function isErrored({ status }: CheckResult): boolean {
  return status === "errored";
}

function inParallel(workers: readonly RunWorker[], work: (worker: RunWorker) => Promise<void>): Promise<unknown> {
  return Promise.all(workers.map(work));
}
