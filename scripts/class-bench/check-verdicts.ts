import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OUTPUTS } from "../../src/class/result/write-outputs";
import { parseClassReport } from "../../src/class/result/parse-class-report";
import type { BenchSubmission } from "./bench-submission";

/** What came out otherwise than it must, one line each; empty where all is right. */
export function wrongVerdicts(output: string, submissions: readonly BenchSubmission[]): readonly string[] {
  const file = join(output, OUTPUTS.json);
  if (!existsSync(file)) return [`there is no result at all in ${output}: was the engine lost?`];
  const report = parseClassReport(readFileSync(file, "utf8"), file);
  return submissions.flatMap(({ name, expected, sameAs }) => {
    const graded = report.submissions.find((submission) => submission.name === name);
    if (!graded) return [`${name}: missing`];
    const wrong = graded.report.checks.filter(({ id, status }) => (expected[id] ?? status) !== status);
    const related = [
      graded.sameAs?.name,
      ...report.submissions.filter((s) => s.sameAs?.name === name).map((s) => s.name),
    ];
    return [
      ...wrong.map(({ id, status, observed }) => `${name}: ${id} is ${status}, not ${expected[id]}: ${observed ?? ""}`),
      ...(sameAs !== undefined && !related.includes(sameAs) ? [`${name}: not noticed as the same as ${sameAs}`] : []),
    ];
  });
}
