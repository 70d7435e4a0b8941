import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Contexts, JobStatus } from "./expressions";
import { runSteps, type StepRun } from "./run-step";
import { addEnv, type JobRequest, type Scope } from "./scope";

export interface JobRun {
  readonly status: JobStatus;
  readonly steps: readonly StepRun[];
  /** the folder with a folder for each artifact */
  readonly artifacts: string;
}

/** Runs one job of a workflow as GitHub's runner on Linux would, on this machine. */
export async function runJob(request: JobRequest): Promise<JobRun> {
  const { workflow, job, folder, machine } = request;
  const file = workflow.jobs[job];
  if (!file) throw new Error(`the workflow has no job ${job}`);
  const [workspace, temp] = [join(folder, "workspace"), join(folder, "temp")];
  mkdirSync(temp, { recursive: true });
  const runner = {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: "Linux",
  };
  const github = { workspace, event_name: "push", ref: "refs/heads/main" };
  const contexts: Record<string, Contexts> = { github, runner: { temp, os: "Linux" }, steps: {}, inputs: {}, env: {} };
  const scope: Scope = {
    request,
    contexts,
    timeoutMs: (file["timeout-minutes"] ?? 360) * 60_000,
    made: { steps: 0 },
    env: { ...machine, ...runner },
    status: "success",
  };
  await addEnv(scope, workflow.env);
  await addEnv(scope, file.env);
  const steps = await runSteps(file.steps, scope);
  return { status: scope.status, steps, artifacts: join(folder, "artifacts") };
}
