import { CHECK_IDS, isCheckId, type CheckId } from "../../core/checks/check-id";
import { COURSE } from "../../core/course";
import { gradeFolder } from "../../folder/grade-folder";
import type { Command } from "../command";
import { gradeExitCode } from "../exit-codes";
import { createLiveProgress } from "../live-progress";
import { oneOf, parseArguments } from "../parse-arguments";
import { jsonReport } from "../reporters/json";
import { textReport } from "../reporters/text";
import { UsageError } from "../usage-error";

const MAX_SCORE = COURSE.checks.reduce((sum, check) => sum + check.points, 0);

export const grade: Command = {
  name: "grade",
  usage: "grade [folder] [--format text|json] [--min-score N] [--only check,check]",
  summary: "check a folder on this machine's Docker engine, and show the score",
  help: [
    "  folder         the challenge's folder; the current one unless given",
    "  --format       text for people (the default), json for machines",
    "  --min-score N  the score to exit with 0 for; all points of the chosen checks unless given",
    "  --only         some of the checks, with commas between them:",
    ...CHECK_IDS.map((id) => `                 ${id}`),
    "",
    "Exit codes: 0 enough points, 1 too few, 2 wrong use, 3 too few and some checks could not be decided.",
  ].join("\n"),
  async run(args, { stdout, stderr, env, signal }) {
    const { values, positionals } = parseArguments(args, {
      format: { type: "string", default: "text" },
      "min-score": { type: "string" },
      only: { type: "string", multiple: true },
    });
    const format = oneOf("--format", values.format, ["text", "json"]);
    const minScore = values["min-score"] === undefined ? undefined : parseScore(values["min-score"]);
    const only = values.only && parseOnly(values.only);
    const [folder = ".", ...others] = positionals;
    if (others.length > 0) throw new UsageError(`grade takes one folder, not ${positionals.length}`);

    const progress = createLiveProgress(stderr, only?.length ?? CHECK_IDS.length);
    try {
      const report = await gradeFolder({ folder, env, signal, ...progress, ...(only && { only }) });
      progress.stop();
      stdout.write(format === "json" ? jsonReport(report) : textReport(report, stdout));
      return gradeExitCode(report, minScore);
    } finally {
      progress.stop();
    }
  },
};

function parseScore(text: string): number {
  const score = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(score <= MAX_SCORE))
    throw new UsageError(`--min-score takes a whole number from 0 to ${MAX_SCORE}, not “${text}”`);
  return score;
}

function parseOnly(values: readonly string[]): readonly CheckId[] {
  const names = values.flatMap((value) => value.split(",")).map((name) => name.trim());
  const unknown = names.find((name) => !isCheckId(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no check “${unknown}”; the checks are ${CHECK_IDS.join(", ")}`);
  return CHECK_IDS.filter((id) => names.includes(id));
}
