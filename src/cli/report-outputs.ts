import { resolve } from "node:path";
import type { Report } from "../core/report";
import { checkFormat, FORMATS, type Format, formatReport, type FormatSurroundings } from "./formats";
import { oneOf } from "./parse-arguments";
import { FILE_TERMINAL, type Terminal } from "./terminal";
import { UsageError } from "./usage-error";
import { prepareFile, writeWhole } from "./write-whole";

/** One place that a report goes to, in one format. */
export interface ReportOutput {
  readonly format: Format;
  /** as it was named; `-` is standard output */
  readonly path: string;
}

const STANDARD_OUTPUT = "-";

/** The outputs of `--format` and of each `--output FORMAT=PATH`, in this order. Throws UsageError for what names none. */
export function parseOutputs(printed: string, values: readonly string[]): readonly ReportOutput[] {
  const written = values.map((value) => {
    const at = value.indexOf("=");
    if (at < 1 || at === value.length - 1)
      throw new UsageError(`--output takes a format and a path, as in json=report.json, not “${value}”`);
    return { format: oneOf("--output", value.slice(0, at), FORMATS), path: value.slice(at + 1) };
  });
  const files = written.filter(({ path }) => path !== STANDARD_OUTPUT).map(({ path }) => resolve(path));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`--output names ${twice} twice`);
  return [{ format: oneOf("--format", printed, FORMATS), path: STANDARD_OUTPUT }, ...written];
}

/**
 * What can be wrong with an output is told before the work is graded: throws a UsageError where the environment lacks what a
 * format needs, and a FolderFault for a file that cannot be written. Missing folders are made.
 */
export async function prepareOutputs(outputs: readonly ReportOutput[], env: FormatSurroundings["env"]): Promise<void> {
  for (const { format, path } of outputs) {
    checkFormat(format, env);
    if (path !== STANDARD_OUTPUT) await prepareFile(path);
  }
}

/** Writes a report to all its outputs. Throws a FolderFault. */
export async function writeOutputs(
  outputs: readonly ReportOutput[],
  report: Report,
  { stdout, ...around }: Omit<FormatSurroundings, "to"> & { readonly stdout: Terminal },
): Promise<void> {
  for (const { format, path } of outputs) {
    if (path === STANDARD_OUTPUT) stdout.write(formatReport(report, format, { ...around, to: stdout }));
    else await writeWhole(path, formatReport(report, format, { ...around, to: FILE_TERMINAL }));
  }
}
