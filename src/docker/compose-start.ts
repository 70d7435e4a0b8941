import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type ComposeRequest, type ComposeRun, EngineFault } from "../core/container-engine";
import { runCompose, throwIfUnusable } from "./compose-command";
import { containProject } from "./compose-contained";
import { serviceContainers } from "./compose-containers";
import { copyBinds } from "./compose-copies";
import { describeFailure } from "./compose-failure";
import { getImages } from "./compose-images";
import { composeProjectFile } from "./compose-project";
import type { DockerOutcome } from "./docker-cli";
import type { EngineContext } from "./engine-context";
import { plainLines } from "./plain-text";
import { runningContainer } from "./running-container";

/** How long `up` may wait for the services to be started and healthy, in milliseconds. */
const UP_LIMIT = 90_000;
/** And how long Compose may then take to let go. */
const GRACE = 30_000;
/** `down` waits 10 s for each service that does not listen to SIGTERM, in milliseconds with a margin. */
const DOWN_LIMIT = 60_000;

/** A started project that can also be taken down and brought up again, as its user would. */
export interface ComposeProjectRun extends ComposeRun {
  /** the project's name in Compose */
  readonly name: string;
  /**
   * `docker compose down`, with `-v` or without, and `up` once more. `saving` names services that are first given the 10 s that a
   * learner's project would give them: a run kills the others at once. Resolves to whether it came up, and what was said.
   */
  downAndUp(
    volumes: "keep" | "delete",
    saving: readonly string[],
  ): Promise<{ readonly up: boolean; readonly output: readonly string[] }>;
}

/** Starts the project that core has written anew, as a project of this run. */
export async function startCompose(
  context: EngineContext,
  request: ComposeRequest,
  upLimit = UP_LIMIT,
): Promise<ComposeProjectRun> {
  const { session } = context;
  const name = session.name("compose");
  const missing = await getImages(context, request.project);
  if (missing.length > 0) return notStarted(name, missing);
  const copies = await copyBinds(context, request);
  const project = await containProject(context, request.project);
  const folder = await session.tempFolder();
  const file = path.join(folder, "compose.json");
  // It may hold passwords of the submission.
  await writeFile(file, composeProjectFile({ ...request, project }, copies, context), { mode: 0o600 });

  const up = (args: readonly string[]) =>
    session.creating(
      upWithin(context, ["-f", file, "--project-name", name, "up", "--detach", "--no-build", ...args], folder, upLimit),
    );
  const first = await up([]);
  if (first.exitCode !== 0) {
    await throwIfUnusable(context, first.stderr);
    return notStarted(name, await describeFailure(context, name, first.stderr));
  }
  return {
    name,
    up: true,
    output: [],
    async service(service) {
      const containers = await serviceContainers(context, name);
      const found = containers.find((container) => container.service === service);
      return found && runningContainer({ ...context, id: found.id, port: request.publish[service] ?? 0 });
    },
    async recreate(service) {
      const again = await up(["--no-deps", "--force-recreate", service]);
      if (again.exitCode === 0) return;
      await throwIfUnusable(context, again.stderr);
      throw notRecreated(service, await describeFailure(context, name, again.stderr));
    },
    async downAndUp(volumes, saving) {
      const onLine = (line: string) => context.observer.onLog("compose", line);
      const compose = (...args: readonly string[]) =>
        session.creating(
          runCompose(context, ["-f", file, "--project-name", name, ...args], {
            cwd: folder,
            timeoutMs: DOWN_LIMIT,
            onLine,
          }),
        );
      if (saving.length > 0) await compose("stop", "--timeout", "10", ...saving);
      const down = await compose("down", ...(volumes === "delete" ? ["--volumes"] : []));
      if (down.exitCode !== 0) return { up: false, output: plainLines(down.stderr) };
      const again = await up([]);
      if (again.exitCode === 0) return { up: true, output: [] };
      await throwIfUnusable(context, again.stderr);
      return { up: false, output: await describeFailure(context, name, again.stderr) };
    },
  };
}

/** Waiting too long is the project's failure, with what Compose said until then; it never becomes healthy, for instance. */
async function upWithin(
  context: EngineContext,
  args: readonly string[],
  cwd: string,
  limitMs: number,
): Promise<DockerOutcome> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error("up took too long")), limitMs);
  const said: string[] = [];
  const onLine = (line: string) => {
    said.push(line);
    context.observer.onLog("compose", line);
  };
  try {
    return await runCompose(context, args, { cwd, timeoutMs: limitMs + GRACE, onLine, signal: late.signal });
  } catch (error) {
    if (!late.signal.aborted || context.signal.aborted) throw error;
    const last = `docker compose up was not done after ${Math.round(limitMs / 1000)} seconds.`;
    return { exitCode: 1, stdout: "", stderr: [...said, last].join("\n") };
  } finally {
    clearTimeout(timer);
  }
}

function notStarted(name: string, output: readonly string[]): ComposeProjectRun {
  const nothing = () => Promise.resolve(undefined);
  const downAndUp = () => Promise.resolve({ up: false, output });
  return { name, up: false, output, service: nothing, recreate: nothing, downAndUp };
}

function notRecreated(service: string, output: readonly string[]): EngineFault {
  return new EngineFault({
    observed: `Compose could not replace the container of ${service}: ${output.at(-1) ?? "it gave no reason"}`,
    why: "The same container had started just before, so this is no fault of your Compose file.",
    next: "Run the checks again. If it stays, restart Docker.",
  });
}
