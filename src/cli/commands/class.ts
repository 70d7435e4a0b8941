import { chooseShard } from "../../class/list/choose-shard";
import type { ClassReport } from "../../class/class-report";
import { gradeClass } from "../../class/grading/grade-class";
import type { GradeClassRequest } from "../../class/grading/grade-class-request";
import { type ClassList, listSubmissions } from "../../class/list/list-submissions";
import { visibleText } from "../../class/result/visible-text";
import { writeOutputs } from "../../class/result/write-outputs";
import { classExitCode } from "../class-exit-code";
import { type ClassProgress, createClassProgress } from "../class-progress";
import { CLASS_HELP, classSettings } from "../class-settings";
import type { Command, Surroundings } from "../command";
import { classText } from "../reporters/class-text";
import { jsonReport } from "../reporters/json";
import type { Terminal } from "../terminal";
import { TRUST_USAGE } from "../trust-options";

export const classCommand: Command = {
  name: "class",
  usage: `class <folder or list.csv> [--output DIR] [--jobs N] [--time-limit S] [--shard i/n] [--min-score N] ${TRUST_USAGE}`,
  summary: "grade many submissions, and write a table, a page to look at, and JSON",
  help: CLASS_HELP.join("\n"),
  async run(args, around) {
    const { source, format, minScore, grading } = classSettings(args);
    const list = await listSubmissions(source, grading.output);
    sayLeftOut(list, around);
    const report = await graded({ ...grading, list }, around);
    await writeOutputs(grading.output, report);
    around.stdout.write(format === "json" ? jsonReport(report) : classText(report, grading.output, around.stdout));
    return classExitCode(report, minScore);
  },
};

async function graded(
  request: Omit<GradeClassRequest, "program" | "env" | "signal" | "onEvent">,
  { stderr, env, signal }: Surroundings,
): Promise<ClassReport> {
  const total = chooseShard(request.list.entries, request.shard).length;
  const progress = createClassProgress(stderr, total);
  const program = process.argv[1] ?? "";
  try {
    return await gradeClass({ ...request, program, env, signal, onEvent: progress.onEvent });
  } catch (error) {
    progress.stop();
    if (signal.aborted) sayHowToGoOn(progress, total, request.output, stderr);
    throw error;
  } finally {
    progress.stop();
  }
}

function sayLeftOut({ leftOut }: ClassList, { stderr }: Surroundings): void {
  if (leftOut.length === 0) return;
  const names = leftOut.map(visibleText);
  const more = names.length > 10 ? ` and ${names.length - 10} more` : "";
  stderr.write(`Left out, as no folder of a submission: ${names.slice(0, 10).join(", ")}${more}\n`);
}

function sayHowToGoOn(progress: ClassProgress, total: number, output: string, to: Terminal): void {
  to.write(`${progress.finished()} of ${total} have a result, which is kept in ${visibleText(output)}.\n`);
  to.write("The same command goes on from there.\n");
}
