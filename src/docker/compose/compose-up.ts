import { EngineFault } from "../../core/container-engine";
import { runCompose, throwIfUnusable } from "./compose-command";
import { describeFailure, type ProjectFailure } from "./compose-failure";
import type { DockerOutcome } from "../command/docker-cli";
import type { EngineContext } from "../engine-context";
import { throwIfStarved } from "../container/starved";

/** And how long Compose may then take to let go, in milliseconds. */
const GRACE = 30_000;
/** `down` waits 10 s for each service that does not listen to SIGTERM, in milliseconds with a margin. */
const DOWN_LIMIT = 60_000;

/** A project file of a run, and where it stands. */
export interface ProjectFile {
  /** the project's name in Compose */
  readonly name: string;
  readonly file: string;
  readonly folder: string;
  /** how long `up` may wait for the services to be started and healthy, in milliseconds */
  readonly upLimit: number;
}

/** `output` tells why it did not come up, `late` whether it was not up, or not well, when its time was over. */
export interface UpResult {
  readonly up: boolean;
  readonly output: readonly string[];
  readonly late: boolean;
}

/** All is up. */
export const UP: UpResult = { up: true, output: [], late: false };

/**
 * Brings a project up. What fails is taken down and brought up once more from nothing: nobody is blamed for what does not
 * fail again, nor for what neither repeats itself nor can be seen at a container. Throws EngineFault where the machine is at fault.
 */
export async function bringUp(context: EngineContext, project: ProjectFile): Promise<UpResult> {
  const first = await composeUp(context, project, []);
  if (first.exitCode === 0) return UP;
  const failure = await upFailure(context, project, first);
  if (first.late) {
    throwIfStarved(context);
    return blamed(failure);
  }
  context.observer.onLog(
    "compose",
    "The project did not come up: it is taken down and brought up once more, to be sure.",
  );
  await compose(context, project, ["down", "--volumes", "--timeout", "0"]);
  const second = await composeUp(context, project, []);
  if (second.exitCode === 0) return UP;
  const again = await upFailure(context, project, second);
  return isSame(failure, again) ? notUp(again) : blamed(again);
}

/** Any command of Compose on the project. */
export function compose(context: EngineContext, project: ProjectFile, args: readonly string[]): Promise<DockerOutcome> {
  const { name, file, folder } = project;
  const onLine = (line: string) => context.observer.onLog("compose", line);
  const call = { cwd: folder, timeoutMs: DOWN_LIMIT, onLine };
  return context.session.creating(runCompose(context, ["-f", file, "--project-name", name, ...args], call));
}

/** `late`: it was not done within the limit. */
export type UpOutcome = DockerOutcome & { readonly late: boolean };

/** One `docker compose up`, with more arguments; waiting too long is an outcome, with what Compose said until then. */
export async function composeUp(
  context: EngineContext,
  { name, file, folder, upLimit }: ProjectFile,
  more: readonly string[],
): Promise<UpOutcome> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error("up took too long")), upLimit);
  const said: string[] = [];
  const onLine = (line: string) => {
    said.push(line);
    context.observer.onLog("compose", line);
  };
  const args = ["-f", file, "--project-name", name, "up", "--detach", "--no-build", ...more];
  const call = { cwd: folder, timeoutMs: upLimit + GRACE, onLine, signal: late.signal };
  try {
    return { ...(await context.session.creating(runCompose(context, args, call))), late: false };
  } catch (error) {
    if (!late.signal.aborted || context.signal.aborted) throw error;
    const last = `docker compose up was not done after ${Math.round(upLimit / 1000)} seconds.`;
    return { exitCode: 1, stdout: "", stderr: [...said, last].join("\n"), late: true };
  } finally {
    clearTimeout(timer);
  }
}

/** Why `up` failed, as far as Compose and the containers tell. */
export async function upFailure(
  context: EngineContext,
  { name }: ProjectFile,
  { stderr, late }: UpOutcome,
): Promise<ProjectFailure> {
  await throwIfUnusable(context, stderr);
  const failure = await describeFailure(context, name, stderr);
  return { ...failure, late: late || failure.late };
}

export function wordsOf({ said, seen }: ProjectFailure): readonly string[] {
  return [...said, ...seen];
}

export function notUp(failure: ProjectFailure): UpResult {
  return { up: false, output: wordsOf(failure), late: failure.late };
}

/** The project's failure, if it can be seen at one of its containers. */
function blamed(failure: ProjectFailure): UpResult {
  if (failure.seen.length === 0) throw cannotBeSeen(failure);
  return notUp(failure);
}

function isSame(one: ProjectFailure, other: ProjectFailure): boolean {
  const words = ({ said }: ProjectFailure) => said.map((line) => line.replace(/[0-9a-f]{12,}|\d+/g, "…")).join("\n");
  return words(one) === words(other);
}

function cannotBeSeen({ said }: ProjectFailure): EngineFault {
  return new EngineFault({
    observed: `Docker Compose did not bring the services up, and none of them shows why: ${said.at(-1) ?? "it gave no reason"}`,
    why: "A fault of your Compose file shows again, or at a container. This one is the machine's, and costs no points.",
    next: "Run the checks again. If it stays, restart Docker.",
  });
}
