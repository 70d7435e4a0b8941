import type { CheckId } from "../../src/core/checks/check-id";
import type { CheckStatus, Report } from "../../src/core/report";
import { gradeFolder } from "../../src/folder/grade-folder";

/** Grades a folder on the engine that this process's environment names; `changes` of it where a test needs them. */
export function gradeNow(folder: string, changes: Readonly<Record<string, string>> = {}): Promise<Report> {
  return gradeFolder({ folder, env: { ...process.env, ...changes }, signal: new AbortController().signal });
}

export function statusOf(report: Report, id: CheckId): CheckStatus | undefined {
  return report.checks.find((check) => check.id === id)?.status;
}
