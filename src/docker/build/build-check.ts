import { EngineFault } from "../../core/container-engine";
import { type BuildCheckReport, readBuildCheckReport } from "./build-check-report";
import { NEEDS_DOCKER, whyNoReport } from "./build-check-refusal";
import { classifyFailure } from "./build-failure";
import type { DockerCli } from "../command/docker-cli";
import type { Environment } from "../endpoint/endpoint";
import { openContext } from "../open-context";

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
  if (!report) throw new EngineFault(whyNoReport(outcome));
  const trouble = report.error && classifyFailure({ message: report.error.message, output: [], fromSubmission: true });
  if (trouble?.kind === "fault" && report.warnings.length === 0) throw new EngineFault(trouble.text);
  return report;
}
