import { Uri } from "vscode";
import { type CheckId, isCheckId } from "../../core/checks/check-id";
import { TASK_IDS, type TaskId } from "../../core/tasks/task-id";

/** The challenge folder that a command was called for: by its Uri, or on a node of the tree. */
export function targetFolder(target: unknown): string | undefined {
  if (target instanceof Uri) return target.fsPath;
  return hasKey(target, "folder") && typeof target.folder === "string" ? target.folder : undefined;
}

/** The check that a command was called for: by its id, or on a check of the tree or one of its parts. */
export function targetCheck(target: unknown): CheckId | undefined {
  if (typeof target === "string") return isCheckId(target) ? target : undefined;
  if (!hasKey(target, "check") || !hasKey(target.check, "course") || !hasKey(target.check.course, "id"))
    return undefined;
  return targetCheck(target.check.course.id);
}

function hasKey<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === "object" && value !== null && key in value;
}

/** The task that a command was called for: by its id, or on a node of the Course tree. */
export function targetTask(target: unknown): TaskId | undefined {
  if (typeof target === "string") return TASK_IDS.find((id) => id === target);
  return hasKey(target, "task") ? targetTask(target.task) : undefined;
}

/** The page that a command was called for: by its name, or on a node of the Course tree. */
export function targetPage(target: unknown): string | undefined {
  if (typeof target === "string") return target;
  return hasKey(target, "page") && hasKey(target.page, "name") ? targetPage(target.page.name) : undefined;
}
