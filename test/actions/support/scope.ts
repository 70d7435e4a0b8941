import { type Contexts, interpolate, type JobStatus } from "./expressions";
import type { ActionFile, StepFile, WorkflowFile } from "./workflow-file";

export interface JobRequest {
  readonly workflow: WorkflowFile;
  readonly job: string;
  /** a git repository; its newest commit is what was pushed */
  readonly repository: string;
  /** a folder of the runner's own: workspace, temporary files and artifacts come into it */
  readonly folder: string;
  /** what the machine has set: PATH, HOME, and where its engine is */
  readonly machine: Readonly<Record<string, string>>;
  /** composite actions by name, each with the folder that its repository is in */
  readonly composites?: Readonly<Record<string, { readonly action: ActionFile; readonly folder: string }>>;
}

/** What the steps of a job, or of a composite action, share: each may change it for those that follow. */
export interface Scope {
  readonly request: JobRequest;
  readonly contexts: Record<string, Contexts>;
  readonly timeoutMs: number;
  /** steps so far of the whole job, for names of files that no other step has */
  readonly made: { steps: number };
  env: Readonly<Record<string, string>>;
  status: JobStatus;
}

/** Variables of a workflow, job or step, for what is inside of it. */
export async function addEnv(scope: Scope, values: StepFile["env"] = {}): Promise<void> {
  const added = await filled(values, scope);
  scope.env = { ...scope.env, ...added };
  scope.contexts["env"] = { ...scope.contexts["env"], ...added };
}

/** Values with their expressions filled in. */
export async function filled(values: NonNullable<StepFile["env"]>, scope: Scope): Promise<Record<string, string>> {
  const entries = Object.entries(values).map(
    async ([name, value]) => [name, await interpolate(String(value), scope.contexts, scope.status)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
