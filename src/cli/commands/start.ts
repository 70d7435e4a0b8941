import { relative } from "node:path";
import { startChallenge, type StartResult } from "../../folder/start-challenge";
import type { Command } from "../command";
import { EXIT } from "../exit-codes";
import { starterFolder } from "../package-folder";
import { parseArguments } from "../parse-arguments";
import { plain } from "../plain";
import { UsageError } from "../usage-error";

export const start: Command = {
  name: "start",
  usage: "start <folder>",
  summary: "put the challenge into a folder; nothing that is there is overwritten",
  help: "The folder is made where it does not exist yet.",
  async run(args, { stdout }) {
    const { positionals } = parseArguments(args, {});
    const [folder, ...others] = positionals;
    if (!folder) throw new UsageError("start needs the folder to put the challenge into");
    if (others.length > 0) throw new UsageError(`start takes one folder, not ${positionals.length}`);
    stdout.write(describe(await startChallenge(folder, starterFolder())));
    return EXIT.ok;
  },
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
