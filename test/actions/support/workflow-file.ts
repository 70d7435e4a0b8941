import { parse } from "yaml";
import { readAction, readWorkflow } from "../../support/workflow-lint";

type Values = Readonly<Record<string, string | number | boolean>>;

/** One step, as it stands in the file: its expressions are not evaluated yet. */
export interface StepFile {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly "working-directory"?: string;
  readonly env?: Values;
  readonly with?: Values;
}

export interface JobFile {
  readonly env?: Values;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly StepFile[];
}

export interface WorkflowFile {
  readonly env?: Values;
  readonly jobs: Readonly<Record<string, JobFile>>;
}

export interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly StepFile[] };
}

/** A workflow that GitHub's own parser accepts. */
export async function workflowFile(text: string): Promise<WorkflowFile> {
  await readWorkflow(text, "workflow.yml");
  return parse(text) as WorkflowFile;
}

/** A composite action that GitHub's own parser accepts. */
export async function actionFile(text: string): Promise<ActionFile> {
  await readAction(text, "action.yml");
  return parse(text) as ActionFile;
}
