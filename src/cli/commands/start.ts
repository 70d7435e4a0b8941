import { relative } from "node:path";
import { COACH_GRADER } from "../../core/coach-files";
import { startChallenge, type StartResult } from "../../folder/start-challenge";
import { type GraderUpdate, updateGrader } from "../../folder/update-grader";
import type { Command } from "../command";
import { EXIT } from "../exit-codes";
import { packageFolder } from "../package-folder";
import { parseArguments } from "../parse-arguments";
import { plain } from "../plain";
import { UsageError } from "../usage-error";

export const start: Command = {
  name: "start",
  usage: "start <folder> [--update-grader]",
  summary: "put the challenge into a folder; nothing that is there is overwritten",
  help: [
    "The folder is made where it does not exist yet. Beside the challenge it gets a workflow for GitHub Actions, which grades",
    "every push, and the grader that this workflow runs.",
    "",
    "  --update-grader  only bring the folder's grader up to this version; one that was changed by hand stays",
  ].join("\n"),
  async run(args, { stdout }) {
    const { values, positionals } = parseArguments(args, { "update-grader": { type: "boolean", default: false } });
    const [folder, ...others] = positionals;
    if (!folder) throw new UsageError("start needs the folder to put the challenge into");
    if (others.length > 0) throw new UsageError(`start takes one folder, not ${positionals.length}`);
    if (values["update-grader"]) {
      stdout.write(`${COACH_GRADER} ${UPDATES[await updateGrader(folder, packageFolder())]}\n`);
      return EXIT.ok;
    }
    stdout.write(describe(await startChallenge(folder, packageFolder())));
    return EXIT.ok;
  },
};

const UPDATES: Readonly<Record<GraderUpdate, string>> = {
  written: "was missing and is there now. Commit it, and the workflow can run it.",
  updated: "was an older one and is up to date now. Commit it.",
  current: "is this version's already.",
  newer: "comes from a newer version of the coach, and stays.",
  changed: "is none of the coach's, or was changed by hand, and stays. Delete it to get a new one.",
};

function describe({ folder, written, kept }: StartResult): string {
  const lines = [
    written.length > 0
      ? `The challenge is in ${folder}.`
      : `The challenge was in ${folder} already; nothing has changed.`,
    ...(written.length > 0 ? [`  written: ${written.join(", ")}`] : []),
    ...(kept.length > 0 ? [`  kept as they were: ${kept.join(", ")}`] : []),
    "",
    "Next: read README.md there, begin with the Dockerfile, and see your score at any time with",
    `  dockerize-coach grade ${argument(folder)}`,
  ];
  return `${plain(lines.join("\n"))}\n`;
}

/** The folder as one types it here: short where it lies below the current folder, in quotes where it needs them. */
function argument(folder: string): string {
  const short = relative(process.cwd(), folder) || ".";
  const path = short.startsWith("..") ? folder : short;
  return /[^\w./\\:-]/.test(path) ? `"${path}"` : path;
}
