import { EngineFault, type FaultText } from "../core/container-engine";
import { type BuildCheckReport, readBuildCheckReport } from "./build-check-report";
import { classifyFailure } from "./build-failure";
import type { DockerCli, DockerOutcome } from "./docker-cli";
import type { Environment } from "./endpoint";
import { openContext } from "./open-context";

export interface BuildCheckRequest {
  /** absolute path of the build context */
  readonly context: string;
  /** absolute */
  readonly dockerfile: string;
  readonly target?: string;
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/** Milliseconds. A Dockerfile that names a frontend of its own has that fetched first. */
const LIMIT = 120_000;

/**
 * Runs Docker's own checks: BuildKit reads the Dockerfile with its real context, and builds nothing. Throws an EngineFault
 * where Docker, buildx or the checks are not there or cannot be asked, and the signal's reason when it is stopped.
 * https://docs.docker.com/build/checks/
 */
export async function runBuildChecks(request: BuildCheckRequest): Promise<BuildCheckReport> {
  const { context, env, signal } = request;
  const observer = { onStep: () => undefined, onLog: () => undefined };
  const opened = await openContext({ folder: context, env, signal, observer });
  if (opened.status === "unreachable") {
    throw new EngineFault({ observed: opened.detail, why: NEEDS_DOCKER, next: opened.next });
  }
  const { cli, session } = opened.context;
  try {
    return await check(cli, request);
  } finally {
    await session.dispose();
  }
}

async function check(cli: DockerCli, { context, dockerfile, target }: BuildCheckRequest): Promise<BuildCheckReport> {
  const options = ["--file", dockerfile, ...(target === undefined ? [] : ["--target", target])];
  const args = ["buildx", "build", "--call=check,format=json", ...options, "."];
  const outcome = await cli.run(args, { cwd: context, timeoutMs: LIMIT });
  const report = readBuildCheckReport(outcome.stdout);
  if (!report) throw new EngineFault(refusal(outcome));
  const trouble = report.error && classifyFailure({ message: report.error.message, output: [], fromSubmission: true });
  if (trouble?.kind === "fault" && report.warnings.length === 0) throw new EngineFault(trouble.text);
  return report;
}

const NEEDS_DOCKER = "Docker's build checks are done by Docker itself. What the coach finds needs none.";
const CAME_WITH =
  "They came in the middle of 2024, with buildx 0.15 and Docker 27. What the coach finds needs none of it.";

/** Why there is no report. */
function refusal({ exitCode, stderr }: DockerOutcome): FaultText {
  const line = stderr.trim().split("\n").at(-1) ?? "";
  const said = line.replace(/^ERROR: |failed to (build|solve): /g, "").trim() || `exit code ${exitCode}`;
  if (/is not a docker command|unknown command|unknown shorthand flag/.test(stderr)) {
    const next =
      "Install the package `docker-buildx-plugin` (or `docker-buildx`), or update Docker Desktop, then try again.";
    return { observed: "Docker's build plugin `buildx` is not installed.", why: NEEDS_DOCKER, next };
  }
  if (/unknown flag: --(call|check)|invalid argument|unsupported request frontend\.lint/.test(stderr)) {
    const next =
      "Update Docker (`docker version` and `docker buildx version` tell which one you have), then try again.";
    return { observed: `This Docker is too old for build checks: ${said}`, why: CAME_WITH, next };
  }
  const failure = classifyFailure({ message: said, output: [], fromSubmission: false });
  if (failure.kind === "fault") return failure.text;
  const next = "Look at what Docker says above, mend it, then run the build checks again.";
  return { observed: `Docker's build checks could not begin: ${said}`, why: NEEDS_DOCKER, next };
}
