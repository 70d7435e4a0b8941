import { commands, type Disposable, l10n, window } from "vscode";
import { COURSE } from "../../core/course";
import { recordTask } from "../../core/progress/record-task";
import { TASK_IDS, type TaskId } from "../../core/tasks/task-id";
import type { TaskResult } from "../../core/tasks/task-result";
import { verifyBuildNaive } from "../../folder/tasks/build-naive";
import { type LookedAt, verifyTask } from "../../folder/tasks/verify-task";
import type { TaskContext } from "../../folder/tasks/task-context";
import type { Course } from "../course/course";
import { cancellable } from "./cancellable";
import { courseTarget } from "./course-target";
import { requireTrust } from "./require-trust";
import { targetTask } from "./target";

/** Tasks whose Verify is a view of its own. */
const VIEWS: Readonly<Record<Exclude<TaskId, LookedAt | "build-naive">, string>> = {
  environment: "dockerizeCoach.checkEnvironment",
  "compare-images": "dockerizeCoach.compareImages",
  submit: "dockerizeCoach.checkBeforePush",
};

/**
 * “Verify a Task”: looks at the real thing, notes what it saw, and says it. Resolves to the result; undefined where it was stopped or
 * refused.
 */
export function registerVerifyTask(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.verifyTask", async (target?: unknown) => {
    const folder = await courseTarget(course, target);
    if (folder === undefined) return undefined;
    const id = targetTask(target) ?? (await pick());
    if (id === undefined) return undefined;
    if (id === "environment" || id === "compare-images" || id === "submit") return commands.executeCommand(VIEWS[id]);
    if (!(await requireTrust())) return undefined;
    const result = await look(course, folder, id);
    if (result) void tell(course, id, result);
    return result;
  });
}

async function look(course: Course, folder: string, id: LookedAt | "build-naive"): Promise<TaskResult | undefined> {
  const title = COURSE.tasks.find((task) => task.id === id)?.title ?? id;
  try {
    return await cancellable(l10n.t("Looking: {0}", title), async (signal) => {
      const context = contextFor(course, folder, signal);
      const { result, baseline } =
        id === "build-naive" ? await verifyBuildNaive(context) : { result: await verifyTask(id, context) };
      const now = new Date().toISOString();
      await course.progress.change(folder, (progress) => {
        const noted = recordTask(progress, result, now);
        return baseline ? { ...noted, baseline: { at: now, dockerfile: baseline.dockerfile } } : noted;
      });
      return result;
    });
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return undefined;
    course.coach.log.fault(error);
    void window.showErrorMessage(
      l10n.t(
        "“{0}” could not be looked at: {1} Nothing is counted against you. Try again.",
        title,
        error instanceof Error ? error.message : String(error),
      ),
    );
    return undefined;
  }
}

function contextFor({ coach }: Course, folder: string, signal: AbortSignal): TaskContext {
  return {
    folder,
    env: process.env,
    signal,
    observer: { onStep: () => undefined, onLog: (source, line) => coach.log.line(folder, source, line) },
    now: () => Date.now(),
  };
}

async function tell(course: Course, id: TaskId, { status, observed, why, next }: TaskResult): Promise<void> {
  const said = [observed, why, next].filter(Boolean).join(" ");
  if (status === "verified") return void window.showInformationMessage(l10n.t("Verified. {0}", said));
  const hint = l10n.t("Show a Hint");
  const hasHints = (await course.files.hints(id)) !== undefined;
  const chosen = await window.showWarningMessage(said, ...(hasHints && status === "failed" ? [hint] : []));
  if (chosen === hint) await commands.executeCommand("dockerizeCoach.showHint", id);
}

async function pick(): Promise<TaskId | undefined> {
  const items = TASK_IDS.map((id) => ({ label: COURSE.tasks.find((task) => task.id === id)?.title ?? id, id }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Which task?") });
  return picked?.id;
}
