import { isAtLeast, type Severity } from "../../core/lint/finding";
import type { Command } from "../command";
import { EXIT } from "../exit-codes";
import { fixTarget } from "../fix-target";
import type { LintReport } from "../lint-report";
import { lintTarget, missingFiles } from "../lint-target";
import { lintTargets, standardInput, type LintTargets } from "../lint-targets";
import { rulePage } from "../package-folder";
import { oneOf, parseArguments } from "../parse-arguments";
import { jsonReport } from "../reporters/json";
import { lintGithub } from "../reporters/lint-github";
import { lintSarif } from "../reporters/lint-sarif";
import { lintText } from "../reporters/lint-text";
import { readAll } from "../read-all";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

const FORMATS = ["text", "json", "sarif", "github"] as const;
const LEVELS: readonly Severity[] = ["error", "warning", "information", "hint"];

export const lint: Command = {
  name: "lint",
  usage: `lint <file, folder or -> … [--fix] [--format ${FORMATS.join("|")}] [--fail-on ${LEVELS.join("|")}]`,
  summary: "coach on Dockerfiles, .dockerignore and Compose files, without an engine",
  help: [
    "  -                 reads one text from standard input",
    "  --stdin-filename  what that text is; Dockerfile unless given",
    "  --fix             make every fix that needs no decision, and write the files; with -, print the text instead",
    "  --format          text for people (the default), json for machines, sarif for code scanning,",
    "                    github for annotations in a workflow",
    "  --fail-on         the severity from which a finding makes the exit code 1; error unless given",
    "",
    "Exit codes: 0 nothing found at or above that severity, 1 something, 2 wrong use or an unreadable path.",
    "More on a rule: dockerize-coach explain <rule>",
  ].join("\n"),
  async run(args, { stdout, stderr }) {
    const { values, positionals } = parseArguments(args, {
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "error" },
      "stdin-filename": { type: "string", default: "Dockerfile" },
      fix: { type: "boolean", default: false },
    });
    const format = oneOf("--format", values.format, FORMATS);
    const failOn = oneOf("--fail-on", values["fail-on"], LEVELS);
    if (positionals.length === 0) throw new UsageError("lint needs a file, a folder, or - for standard input");
    const found = await targetsOf(positionals, values["stdin-filename"]);
    const targets = values.fix ? await fixed(found, positionals.includes("-") ? stdout : stderr) : found;
    if (values.fix && positionals.includes("-")) return EXIT.ok;
    const files = targets.files.map(lintTarget);
    const said = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    // What a Dockerfile's own findings say is not said of the folder again.
    const missing = targets.folders
      .flatMap(missingFiles)
      .filter(({ findings }) => !findings.some(({ rule }) => said.has(rule)));
    const report: LintReport = { version: 1, files: [...files, ...missing] };
    stdout.write(printed(report, format, stdout));
    const isGrave = report.files.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, failOn)));
    return isGrave ? EXIT.below : EXIT.ok;
  },
};

async function targetsOf(paths: readonly string[], stdinName: string): Promise<LintTargets> {
  if (!paths.includes("-")) return lintTargets(paths);
  if (paths.length > 1) throw new UsageError("- stands alone: standard input is one text");
  return { files: [standardInput(await readAll(process.stdin), stdinName)], folders: [] };
}

/** Fixes each file; what was done is said on stderr, and a text from standard input comes out on stdout. */
async function fixed({ files, folders }: LintTargets, to: Terminal): Promise<LintTargets> {
  const results = [];
  for (const target of files) {
    const result = await fixTarget(target);
    results.push(result.target);
    if (target.diskPath === undefined) to.write(result.target.project.files.get(target.path)?.text ?? "");
    else for (const title of result.made) to.write(`${target.shownPath}: ${title}\n`);
  }
  return { files: results, folders };
}

function printed(report: LintReport, format: (typeof FORMATS)[number], to: Terminal): string {
  if (format === "json") return jsonReport(report);
  if (format === "sarif") return lintSarif(report, rulePage);
  return format === "github" ? lintGithub(report) : lintText(report, to);
}
