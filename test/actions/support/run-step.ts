import { join } from "node:path";
import { type RunnerCommand, runnerCommands } from "../../support/runner-commands";
import { commandFiles } from "./command-files";
import { holds, interpolate, type JobStatus } from "./expressions";
import { actionName, KNOWN_ACTIONS } from "./known-actions";
import { runScript } from "./run-script";
import { addEnv, filled, type Scope } from "./scope";
import type { ActionFile, StepFile } from "./workflow-file";

export interface StepRun {
  readonly name: string;
  readonly outcome: JobStatus | "skipped";
  /** what its log shows */
  readonly output: string;
  /** what the runner heard in it */
  readonly commands: readonly RunnerCommand[];
  /** the Markdown of its summary */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

const LIMIT_OF_SUMMARY = 1024 * 1024;

/** Runs steps one after the other, each where its condition holds; what they do to the scope stays in it. */
export async function runSteps(steps: readonly StepFile[], scope: Scope): Promise<readonly StepRun[]> {
  const runs: StepRun[] = [];
  for (const step of steps) {
    const run = (await holds(step.if, scope.contexts, scope.status)) ? await runStep(step, scope) : skipped(step);
    runs.push(run);
    if (run.outcome === "failure") scope.status = "failure";
    if (step.id) {
      const known = { outcome: run.outcome, conclusion: run.outcome, outputs: run.outputs };
      scope.contexts["steps"] = { ...scope.contexts["steps"], [step.id]: known };
    }
  }
  return runs;
}

async function runStep(step: StepFile, scope: Scope): Promise<StepRun> {
  const own: Scope = { ...scope, contexts: { ...scope.contexts } };
  await addEnv(own, step.env);
  if (step.run !== undefined) return runRun(step, step.run, own, scope);
  const inputs = await filled(step.with ?? {}, own);
  const name = actionName(step.uses ?? "");
  const composite = scope.request.composites?.[name];
  if (composite) return runComposite(step, composite, inputs, own);
  const action = KNOWN_ACTIONS[name];
  if (!action) throw new Error(`this runner does not know ${name}`);
  const { repository, folder } = scope.request;
  const place = { repository, workspace: join(folder, "workspace"), artifacts: join(folder, "artifacts") };
  const { ok, output } = action(inputs, place);
  return stepRun(step, { ok, output });
}

async function runRun(step: StepFile, text: string, own: Scope, scope: Scope): Promise<StepRun> {
  const { contexts, status, env } = own;
  const temp = join(own.request.folder, "temp");
  const number = (own.made.steps += 1);
  const files = commandFiles(join(temp, `_runner_file_commands_${number}`));
  const { code, output } = await runScript({
    text: await interpolate(text, contexts, status),
    shell: step.shell ?? "",
    cwd: join(own.request.folder, "workspace", step["working-directory"] ?? ""),
    env: { ...env, ...files.env },
    file: join(temp, `step-${number}.sh`),
    timeoutMs: own.timeoutMs,
  });
  const written = files.read();
  scope.env = { ...scope.env, ...written.env, PATH: [...written.path.toReversed(), scope.env["PATH"]].join(":") };
  const fits = Buffer.byteLength(written.summary) <= LIMIT_OF_SUMMARY;
  return stepRun(step, {
    ok: code === 0,
    output: fits ? output : `${output}\n::error::$GITHUB_STEP_SUMMARY upload aborted, supports content up to 1024k\n`,
    ...(fits && { summary: written.summary }),
    outputs: written.outputs,
  });
}

async function runComposite(
  step: StepFile,
  { action, folder }: { readonly action: ActionFile; readonly folder: string },
  given: Readonly<Record<string, string>>,
  own: Scope,
): Promise<StepRun> {
  const byDefault = Object.entries(action.inputs ?? {}).map(([name, input]) => [name, input.default ?? ""]);
  const inputs = { ...(Object.fromEntries(byDefault) as Record<string, string>), ...given };
  const github = { ...own.contexts["github"], action_path: folder };
  const inner: Scope = { ...own, contexts: { ...own.contexts, inputs, github, steps: {} }, status: "success" };
  const runs = await runSteps(action.runs.steps, inner);
  const values = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [name, value] as const);
  return stepRun(step, {
    ok: inner.status === "success",
    output: runs.map(({ output }) => output).join(""),
    summary: runs.map(({ summary }) => summary).join(""),
    outputs: await filled(Object.fromEntries(values), inner),
  });
}

function stepRun(step: StepFile, { ok, output, ...more }: { ok: boolean; output: string } & Partial<StepRun>): StepRun {
  const outcome = ok ? "success" : "failure";
  return { name: nameOf(step), outcome, output, commands: runnerCommands(output), summary: "", outputs: {}, ...more };
}

function skipped(step: StepFile): StepRun {
  return { name: nameOf(step), outcome: "skipped", output: "", commands: [], summary: "", outputs: {} };
}

function nameOf({ name, uses, run }: StepFile): string {
  return name ?? uses ?? run?.split("\n")[0] ?? "";
}
