import { EngineFault } from "../core/container-engine";
import { findDockerProgram } from "./docker-program";
import { dockerCli } from "./run-docker";
import { thisMachine } from "./this-machine";

/** What one of BuildKit's own build checks found. Lines count from 0. */
export interface BuildCheckFinding {
  /** for instance `JSONArgsRecommended` */
  readonly rule: string;
  readonly message: string;
  /** the rule's page */
  readonly url?: string;
  readonly startLine: number;
  readonly endLine: number;
}

export interface BuildCheckRequest {
  /** absolute path of the build context */
  readonly context: string;
  /** absolute path */
  readonly dockerfile: string;
  readonly target?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Where a Dockerfile names a frontend of its own, that has to be fetched first. */
const TIMEOUT_MS = 60_000;

/**
 * Runs `docker buildx build --call=check`: BuildKit reads the Dockerfile with its real context and builds nothing. A file
 * that does not parse comes back as one finding. Throws an EngineFault where docker, buildx or its checks are not there.
 * https://docs.docker.com/build/checks/
 */
export async function runBuildChecks(request: BuildCheckRequest): Promise<readonly BuildCheckFinding[]> {
  const { context, dockerfile, target, signal } = request;
  const { program, env } = findDockerProgram(thisMachine(request.env));
  const docker = dockerCli({ program, env, signal });
  const args = ["buildx", "build", "--call=check,format=json", "--file", dockerfile];
  const { exitCode, stdout, stderr } = await docker.run([...args, ...(target ? ["--target", target] : []), "."], {
    cwd: context,
    timeoutMs: TIMEOUT_MS,
  });
  const report = readReport(stdout);
  if (report) return [...(report.warnings ?? []), ...(report.buildError ? [report.buildError] : [])].map(finding);
  const parseError = parseErrorIn(stderr);
  if (parseError) return [parseError];
  throw refusal(exitCode, stderr);
}

interface JsonRange {
  readonly start?: { readonly line?: number };
  readonly end?: { readonly line?: number };
}

interface JsonFinding {
  readonly ruleName?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly description?: string;
  readonly url?: string;
  readonly location?: { readonly ranges?: readonly JsonRange[] };
}

function readReport(
  stdout: string,
): { readonly warnings?: readonly JsonFinding[]; readonly buildError?: JsonFinding } | undefined {
  try {
    const value: unknown = JSON.parse(stdout);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** BuildKit counts lines from 1. */
function finding({ ruleName, message, detail, description, url, location }: JsonFinding): BuildCheckFinding {
  const range = location?.ranges?.[0];
  const startLine = Math.max(0, (range?.start?.line ?? 1) - 1);
  const endLine = Math.max(startLine, (range?.end?.line ?? range?.start?.line ?? 1) - 1);
  const text = detail || message || description || "Docker's build check found something here.";
  return { rule: ruleName ?? "BuildError", message: text, ...(url && { url }), startLine, endLine };
}

/** `Dockerfile:3` above the words, or `dockerfile parse error on line 3: …` */
function parseErrorIn(stderr: string): BuildCheckFinding | undefined {
  const match = /dockerfile parse error(?: on line (\d+))?: ([^\n]+)/.exec(stderr);
  if (!match) return undefined;
  const line = Math.max(0, Number(match[1] ?? 1) - 1);
  return {
    rule: "DockerfileParseError",
    message: `Docker cannot read this: ${match[2]}`,
    startLine: line,
    endLine: line,
  };
}

function refusal(exitCode: number, stderr: string): EngineFault {
  const last = stderr.trim().split("\n").at(-1) ?? "";
  if (/unknown flag: --call|unknown flag: --check|is not a docker command|unknown command/.test(stderr)) {
    return new EngineFault({
      observed: "This Docker has no build checks.",
      why: "They came with buildx 0.15, in the middle of 2024.",
      next: "Bring Docker up to date. The coach's own findings need no Docker at all.",
    });
  }
  return new EngineFault({
    observed: `Docker's build checks ended with exit code ${exitCode}: ${last}`,
    why: "Without them you see only what the coach itself finds.",
    next: "Start Docker, or look at the message above, and try again.",
  });
}
