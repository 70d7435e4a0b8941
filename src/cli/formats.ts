import { relative, resolve, sep } from "node:path";
import type { Report } from "../core/report";
import { badgeReport } from "./reporters/badge";
import { classroomReport } from "./reporters/classroom";
import { githubReport } from "./reporters/github";
import { jsonReport } from "./reporters/json";
import { junitReport } from "./reporters/junit";
import { markdownReport } from "./reporters/markdown";
import { textReport } from "./reporters/text";
import { classroomIdentity } from "./classroom-identity";
import type { Terminal } from "./terminal";

/** What a format may need beside the report. */
export interface FormatSurroundings {
  /** the graded folder, as it was named */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** where the text goes: its width and colours are those of that place */
  readonly to: Terminal;
  readonly now: Date;
}

type Formatter = (report: Report, around: FormatSurroundings) => string;

/** The formats of a report, by the name that `--format` and `--output` take. */
const FORMATTERS = {
  text: (report, { to }) => textReport(report, to),
  json: (report) => jsonReport(report),
  junit: (report) => junitReport(report),
  markdown: (report) => markdownReport(report),
  github: (report, { folder, env }) => githubReport(report, pathInRepository(folder, env)),
  classroom: (report, { env, now }) => classroomReport(report, classroomIdentity(env), now),
  badge: (report) => badgeReport(report),
} as const satisfies Readonly<Record<string, Formatter>>;

export type Format = keyof typeof FORMATTERS;

export const FORMATS = Object.keys(FORMATTERS) as readonly Format[];

/** The report in one format. Throws UsageError where the environment lacks what the format must say. */
export function formatReport(report: Report, format: Format, around: FormatSurroundings): string {
  return FORMATTERS[format](report, around);
}

/** Throws UsageError where a format cannot be written here; asked before the work is graded, not after. */
export function checkFormat(format: Format, env: FormatSurroundings["env"]): void {
  if (format === "classroom") classroomIdentity(env);
}

/** GitHub finds the lines of a file by its path from the root of what was checked out. */
function pathInRepository(folder: string, env: FormatSurroundings["env"]): (file: string) => string {
  const root = env["GITHUB_WORKSPACE"] ?? process.cwd();
  return (file) => relative(root, resolve(folder, file)).split(sep).join("/");
}
