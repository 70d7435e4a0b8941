import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type FoundShard, mergeShards } from "../../class/result/merge-shards";
import { parseClassReport } from "../../class/result/parse-class-report";
import { OUTPUTS, writeOutputs } from "../../class/result/write-outputs";
import { COURSE } from "../../core/course";
import { folderFault } from "../../folder/folder-fault";
import { classExitCode } from "../class-exit-code";
import { CLASS_OUTPUT } from "../class-settings";
import type { Command } from "../command";
import { oneOf, parseArguments } from "../parse-arguments";
import { parseNumber } from "../parse-number";
import { classText } from "../reporters/class-text";
import { jsonReport } from "../reporters/json";
import { UsageError } from "../usage-error";

const MAX_SCORE = COURSE.checks.reduce((sum, check) => sum + check.points, 0);

export const merge: Command = {
  name: "merge",
  usage: "merge <dir …> [--output DIR] [--min-score N] [--format text|json]",
  summary: "make one result of the shards of a class",
  help: [
    "  dir …          the output folders of all shards of one class",
    `  --output DIR   where the result goes; ${CLASS_OUTPUT} in the current folder unless given`,
    "  --min-score N  end with 1 where a submission has fewer points",
    "",
    "Exit codes are those of `class`.",
  ].join("\n"),
  async run(args, { stdout }) {
    const { values, positionals } = parseArguments(args, {
      output: { type: "string", default: CLASS_OUTPUT },
      "min-score": { type: "string", default: "0" },
      format: { type: "string", default: "text" },
    });
    const { output } = values;
    const format = oneOf("--format", values.format, ["text", "json"]);
    const minScore = parseNumber("--min-score", values["min-score"], 0, MAX_SCORE);
    if (positionals.length === 0) throw new UsageError("merge needs the output folders of all shards");
    if (positionals.some((folder) => resolve(folder) === resolve(output)))
      throw new UsageError(`--output ${output} is one of the shards, which would be written over; name another folder`);
    const report = mergeShards(await Promise.all(positionals.map(readShard)));
    await writeOutputs(output, report);
    stdout.write(format === "json" ? jsonReport(report) : classText(report, output, stdout));
    return classExitCode(report, minScore);
  },
};

async function readShard(folder: string): Promise<FoundShard> {
  const file = join(folder, OUTPUTS.json);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw folderFault(error, `read ${file}`);
  });
  return { file, report: parseClassReport(text, file) };
}
