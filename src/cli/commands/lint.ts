import type { Command } from "../command";
import { EXIT } from "../exit-codes";
import { findLintFiles } from "../find-lint-files";
import type { LintedFile, LintReport } from "../lint-report";
import { lintFile } from "../lint-file";
import { oneOf, parseArguments } from "../parse-arguments";
import { jsonReport } from "../reporters/json";
import { lintText } from "../reporters/lint-text";
import { UsageError } from "../usage-error";

export const lint: Command = {
  name: "lint",
  usage: "lint <file or folder> … [--format text|json] [--fail-on error|warning|information|hint]",
  summary: "read Dockerfiles, .dockerignore and Compose files without an engine",
  help: [
    "  --format   text for people (the default), json for machines",
    "  --fail-on  the severity from which a finding makes the exit code 1; error unless given",
    "",
    "Exit codes: 0 nothing found at or above that severity, 1 something, 2 wrong use or an unreadable path.",
  ].join("\n"),
  async run(args, { stdout }) {
    const { values, positionals } = parseArguments(args, {
      format: { type: "string", default: "text" },
      "fail-on": { type: "string", default: "error" },
    });
    const format = oneOf("--format", values.format, ["text", "json"]);
    oneOf("--fail-on", values["fail-on"], ["error", "warning", "information", "hint"]);
    if (positionals.length === 0) throw new UsageError("lint needs a file or a folder");
    const found = await findLintFiles(positionals);
    const files: LintedFile[] = found.map(({ file, kind }) => lintFile(file, kind));
    const report: LintReport = { version: 1, files };
    stdout.write(format === "json" ? jsonReport(report) : lintText(report, stdout));
    return EXIT.ok;
  },
};
