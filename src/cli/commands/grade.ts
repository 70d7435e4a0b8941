import { CHECK_IDS, isCheckId, type CheckId } from "../../core/checks/check-id";
import { COURSE } from "../../core/course";
import { gradeFolder } from "../../folder/grade-folder";
import type { Command } from "../command";
import { gradeExitCode } from "../exit-codes";
import { createLiveProgress } from "../live-progress";
import { parseArguments } from "../parse-arguments";
import { parseOutputs, prepareOutputs, writeOutputs } from "../report-outputs";
import { chosenTrust, TRUST_HELP, TRUST_OPTIONS, TRUST_USAGE, trustByDefault } from "../trust-options";
import { UsageError } from "../usage-error";

const MAX_SCORE = COURSE.checks.reduce((sum, check) => sum + check.points, 0);

export const grade: Command = {
  name: "grade",
  usage: `grade [folder] [--format FORMAT] [--output FORMAT=PATH] [--min-score N] [--only check,check] ${TRUST_USAGE}`,
  summary: "check a folder on this machine's Docker engine, and show the score",
  help: [
    "  folder         the challenge's folder; the current one unless given",
    "  --format       what is printed: text (the default), json, junit, markdown (for a step's summary on GitHub),",
    "                 github (annotations), classroom (result.json of Classroom 50), badge (SVG)",
    "  --output FORMAT=PATH",
    "                 writes the report into a file as well, as in json=report.json; may be given several times, and",
    "                 - as the path prints it",
    "  --min-score N  the score to exit with 0 for; all points of the chosen checks unless given",
    "  --only         some of the checks, with commas between them:",
    ...CHECK_IDS.map((id) => `                 ${id}`),
    ...TRUST_HELP,
    "                 Your own work unless one of them is given; somebody else's where CI is set.",
    "",
    "Exit codes: 0 enough points, 1 too few, 2 wrong use, 3 too few and some checks could not be decided.",
  ].join("\n"),
  async run(args, { stdout, stderr, env, signal }) {
    const { values, positionals } = parseArguments(args, {
      format: { type: "string", default: "text" },
      output: { type: "string", multiple: true, default: [] },
      "min-score": { type: "string" },
      only: { type: "string", multiple: true },
      ...TRUST_OPTIONS,
    });
    const outputs = parseOutputs(values.format, values.output);
    const minScore = values["min-score"] === undefined ? undefined : parseScore(values["min-score"]);
    const only = values.only && parseOnly(values.only);
    const trust = chosenTrust(values, trustByDefault(env));
    const [folder = ".", ...others] = positionals;
    if (others.length > 0) throw new UsageError(`grade takes one folder, not ${positionals.length}`);
    await prepareOutputs(outputs, env);

    const progress = createLiveProgress(stderr, only?.length ?? CHECK_IDS.length);
    try {
      const report = await gradeFolder({ folder, env, signal, ...trust, ...progress, ...(only && { only }) });
      progress.stop();
      await writeOutputs(outputs, report, { folder, env, stdout, now: new Date() });
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
