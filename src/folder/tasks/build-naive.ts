import { COURSE } from "../../core/course";
import { megabytes } from "../../core/megabytes";
import { parseSubmission } from "../../core/parse/parse-submission";
import type { TaskResult } from "../../core/tasks/task-result";
import { baselineMarks } from "../../docker/image/baseline";
import { buildImage } from "../../docker/build/build-image";
import { configuredUid } from "../../docker/image/configured-uid";
import { hasImage } from "../../docker/image/has-image";
import { measureImage } from "../../docker/image/measure-image";
import { openWorkFolder, type WorkFolder } from "../work-folder";
import { NAIVE_IMAGE } from "./image-names";
import type { TaskContext } from "./task-context";
import { withEngine } from "./with-engine";

export interface BuiltNaive {
  readonly result: TaskResult;
  /** the simple Dockerfile's text, to be kept; there when the task is verified */
  readonly baseline?: { readonly dockerfile: string };
}

/**
 * Sees that the learner has built the simple image, builds it once more under the baseline's own label, and measures it. The baseline
 * stays in Docker until it is cleaned up.
 */
export async function verifyBuildNaive(context: TaskContext): Promise<BuiltNaive> {
  // The coach's own files are in no image that is measured.
  const work = await openWorkFolder({ folder: context.folder, trust: "trusted", signal: context.signal });
  try {
    return await verifyIn(work, context);
  } finally {
    await work.dispose();
  }
}

async function verifyIn({ folder, submission }: WorkFolder, context: TaskContext): Promise<BuiltNaive> {
  const { dockerfile } = parseSubmission(submission);
  const text = submission.files.get("Dockerfile")?.text ?? "";
  const stages = dockerfile?.stages.length ?? 0;
  if (stages === 0)
    return {
      result: failed(
        "The Dockerfile holds no instruction yet.",
        "Write the simple Dockerfile of phase A into it, save it, and build it.",
      ),
    };
  if (stages > 1) {
    return {
      result: failed(
        "The Dockerfile has several stages already, and this task is about the simple one.",
        "Nothing is lost: go on with your own. If you want the comparison too, begin step 3 anew; your file is kept as a backup.",
      ),
    };
  }
  const result = await withEngine("build-naive", context, async (engine) => {
    if (!(await hasImage(engine, NAIVE_IMAGE))) {
      return failed(
        `There is no image ${NAIVE_IMAGE} on this machine yet.`,
        "Build it in the terminal: docker build -t myapp-naive . (the dot at the end belongs to it).",
      );
    }
    const marks = baselineMarks(context.folder);
    const build = await buildImage({ ...engine, folder }, { dockerfile: "Dockerfile", context: "." }, marks);
    if (build.result.outcome === "failed") {
      return failed(
        `The Dockerfile does not build: ${build.result.message}`,
        "Read the last lines of the build, mend the line that they name, and build again.",
      );
    }
    const { imageId, durationMs } = build.result;
    const { totalBytes } = await measureImage(engine, imageId, COURSE.sizeBudgetBytes, build.ownSteps);
    const uid = await configuredUid(engine, imageId);
    return {
      id: "build-naive",
      status: "verified",
      observed: `Your simple image holds ${megabytes(totalBytes)} of files. It is kept to compare with.`,
      figures: { bytes: totalBytes, buildMs: durationMs, ...(uid !== undefined && { uid }) },
    };
  });
  return { result, ...(result.status === "verified" && { baseline: { dockerfile: text } }) };
}

function failed(observed: string, next: string): TaskResult {
  const why = "Who has measured the simple image knows later what each change has brought.";
  return { id: "build-naive", status: "failed", observed, why, next };
}
