import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import type { Report } from "../../src/core/report";

export interface GradedInChild {
  readonly report: Report;
  readonly pid: number;
}

/** Grades a folder in a child process with this environment; `first` are modules that it loads before all others. */
export async function gradeInChild(
  folder: string,
  env: Readonly<Record<string, string>>,
  first: readonly string[] = [],
): Promise<GradedInChild> {
  const modules = ["tsx", ...first.map((name) => join(__dirname, name))].flatMap((name) => ["--import", name]);
  const child = spawn(process.execPath, [...modules, join(__dirname, "grade-child.ts"), folder, JSON.stringify(env)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  if (printed === "") throw new Error(`the run gave no report: ${complaint}`);
  return { report: JSON.parse(printed) as Report, pid: child.pid ?? 0 };
}
