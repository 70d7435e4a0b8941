import { isGradedBuild, type ServiceBuild } from "../compose/rewrite-build";
import type { RewrittenProject } from "../compose/rewrite-project";
import { withImages } from "../compose/with-images";
import { API_SERVICE, REDIS_SERVICE } from "../compose/needed-services";
import { EngineFault, type ComposeRun, type FaultText } from "../container-engine";
import type { RunningContainer } from "../running-container";
import { awaitHealth, FORKS, type HealthAnswer, jsonField } from "./await-health";
import type { Bench, PartVerdict } from "./check";

const WHY_UP = "Compose is worth its name only if one command brings everything up, in the right order.";
const WHY_COUNTER = "Containers come and go; what must last belongs in a service that keeps it.";

type Failure = Pick<PartVerdict, "observed" | "why" | "next">;

/** What was seen of the project as rewritten for the run. */
export interface ComposeParts {
  /** `up` and `counter` */
  readonly parts: readonly PartVerdict[];
  /** whether `up` failed because something had not come when its time was over */
  readonly late: boolean;
}

/** Brings the project up, and counts with it. */
export async function runComposeParts(bench: Bench, project: RewrittenProject): Promise<ComposeParts> {
  const started = await orFault(bringUp(bench, project));
  if ("fault" in started) return notUp({ id: "up", status: "errored", ...started.fault });
  if ("failure" in started) return notUp({ id: "up", status: "failed", ...started.failure }, started.late);
  const counter = await orFault(judgeCounter(bench, started.run));
  const judged: PartVerdict = "fault" in counter ? { id: "counter", status: "errored", ...counter.fault } : counter;
  return { parts: [{ id: "up", status: "passed" }, judged], late: false };
}

function notUp(up: PartVerdict, late = false): ComposeParts {
  return { parts: [up, waiting("counter")], late };
}

/** A part that cannot be looked at as long as an earlier one is not done. */
export function waiting(id: string): PartVerdict {
  return { id, status: "skipped", observed: "Waits for the part before it." };
}

/** A fault of the machine belongs to the part in which it came: what was seen before stays seen. */
async function orFault<T>(part: Promise<T>): Promise<T | { readonly fault: FaultText }> {
  try {
    return await part;
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error;
    return { fault: error.text };
  }
}

async function bringUp(
  bench: Bench,
  project: RewrittenProject,
): Promise<{ run: ComposeRun } | { failure: Failure; late?: boolean }> {
  const images = await buildImages(bench, project.builds);
  if ("failure" in images) return images;
  const run = await bench.engine.startCompose(withImages(project.request, images));
  if (!run.up) {
    const observed = `docker compose up did not come through:\n${run.output.join("\n")}`;
    return { ...failed(observed, readTheLog), late: run.late };
  }
  const redis = await run.service(REDIS_SERVICE);
  if (!redis || !(await redis.state()).running) return failed(await ended("redis", redis), readTheLog);
  const api = await run.service(API_SERVICE);
  if (!api) return failed("Compose started no container for api.", readTheLog);
  const health = await awaitHealth(api, bench);
  if (health.kind === "healthy") return { run };
  return { ...failed(describe(health), readTheLog), late: health.kind === "silent" && health.late };
}

const readTheLog =
  "Read the last lines: they name the service and the reason. Mend that in the Compose file, then run the checks again.";

async function buildImages(
  bench: Bench,
  builds: readonly ServiceBuild[],
): Promise<ReadonlyMap<string, string> | { failure: Failure }> {
  const images = new Map<string, string>();
  for (const { service, ...build } of builds) {
    const built = await (isGradedBuild(build) ? bench.image() : bench.build(build));
    if (built.outcome === "failed") {
      return failed(`The image of ${service} does not build: ${built.message}`, "Get “Image builds” to pass first.");
    }
    images.set(service, built.imageId);
  }
  return images;
}

/** Two calls, a new container for the api, and one call more: each count must be greater than the one before. */
async function judgeCounter(bench: Bench, run: ComposeRun): Promise<PartVerdict> {
  const before = await counts(await run.service(API_SERVICE), 2);
  if ("failure" in before) return { id: "counter", status: "failed", ...before.failure };
  const [first = 0, second = 0] = before.counts;
  if (second <= first)
    return counterFailed(`Two calls of /api/counter gave ${first} and ${second}; expected it to grow.`);
  await run.recreate(API_SERVICE);
  const fresh = await run.service(API_SERVICE);
  if (!fresh) return counterFailed("The api did not come back in a new container.");
  const health = await awaitHealth(fresh, bench);
  if (health.kind !== "healthy")
    return counterFailed(`The api did not come back in a new container. ${describe(health)}`);
  const after = await counts(fresh, 1);
  if ("failure" in after) return { id: "counter", status: "failed", ...after.failure };
  const [third = 0] = after.counts;
  if (third > second) {
    return {
      id: "counter",
      status: "passed",
      observed: `The count went ${first}, ${second}, and after a new api container ${third}.`,
    };
  }
  return counterFailed(
    `The count was ${second}; after the api's container was replaced it was ${third}. It is kept by the process, not by Redis.`,
  );
}

async function counts(
  api: RunningContainer | undefined,
  calls: number,
): Promise<{ readonly counts: readonly number[] } | { readonly failure: Failure }> {
  const found: number[] = [];
  for (let call = 0; call < calls; call++) {
    const answer = await api?.get("/api/counter");
    const count = answer?.answered ? jsonField(answer.body, "count") : undefined;
    if (typeof count !== "number" || !Number.isInteger(count)) {
      const got = !answer ? "the api has no container" : answer.answered ? `status ${answer.status}` : answer.detail;
      return { failure: counterText(`/api/counter gave no whole number as count (${got}).`) };
    }
    found.push(count);
  }
  return { counts: found };
}

function counterFailed(observed: string): PartVerdict {
  return { id: "counter", status: "failed", ...counterText(observed) };
}

function counterText(observed: string): Failure {
  return {
    observed,
    why: WHY_COUNTER,
    next: "Give api the environment variable REDIS_URL=redis://redis:6379. The host is the service's name: localhost would be the api's own container.",
  };
}

function describe(health: Exclude<HealthAnswer, { kind: "healthy" }>): string {
  switch (health.kind) {
    case "wrong":
      return `The api answered /health with status ${health.status}.`;
    case "forking":
      return [`The api does not answer: ${FORKS}.`, ...health.logs].join("\n");
    case "silent":
      return [`The api is up, but does not answer on port 5000 (${health.detail}).`, ...health.logs].join("\n");
    case "exited":
      return [
        `The api's container ended with exit code ${health.exitCode ?? "unknown"}.`,
        ...(health.outOfMemory ? ["It ran out of the 512 MB of memory that a check may use."] : []),
        ...health.logs,
      ].join("\n");
  }
}

async function ended(service: string, container: RunningContainer | undefined): Promise<string> {
  if (!container) return `Compose started no container for ${service}.`;
  return [`The container of ${service} ended.`, ...(await container.logs(10))].join("\n");
}

function failed(observed: string, next: string): { failure: Failure } {
  return { failure: { observed, why: WHY_UP, next } };
}
