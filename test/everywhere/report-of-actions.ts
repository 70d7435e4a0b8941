import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COACH_WORKFLOW } from "../../src/core/coach-files";
import type { Report } from "../../src/core/report";
import { addWorkflow } from "../../src/folder/add-workflow";
import { commitAll, machine } from "../actions/support/pushed";
import { runJob } from "../actions/support/run-job";
import { workflowFile } from "../actions/support/workflow-file";
import { tempFolder } from "../support/temp-folder";

const ROOT = join(__dirname, "..", "..");

/** The report that the workflow leaves as an artifact after a push of this folder, with the folder that its runner graded. */
export async function reportOfActions(folder: string): Promise<{ readonly report: Report; readonly graded: string }> {
  using repository = tempFolder();
  using runner = tempFolder();
  cpSync(folder, repository.path, { recursive: true, verbatimSymlinks: true });
  await addWorkflow(repository.path, ROOT);
  // Without its .env a folder would be another submission; that git ignores it, the check before a push says.
  commitAll(repository.path, "all");
  const workflow = await workflowFile(readFileSync(join(repository.path, COACH_WORKFLOW), "utf8"));
  const request = { workflow, job: "grade", repository: repository.path, folder: runner.path, machine: machine() };
  const { steps, artifacts } = await runJob(request);
  try {
    const text = readFileSync(join(artifacts, "dockerize-coach", "report.json"), "utf8");
    return { report: JSON.parse(text) as Report, graded: join(runner.path, "workspace") };
  } catch (error) {
    const said = steps.map(({ output }) => output).join("\n");
    throw new Error(`the workflow left no report: ${said}`, { cause: error });
  }
}
