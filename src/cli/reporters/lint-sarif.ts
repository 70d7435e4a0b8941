import { version } from "../../../package.json";
import type { Severity } from "../../core/lint/finding";
import { RULES } from "../../core/rules/registry";
import type { TextRange } from "../../core/text";
import type { LintFinding, LintReport } from "../lint-report";
import { jsonReport } from "./json";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/**
 * The findings as a SARIF 2.1.0 log, for code scanning. Paths are relative to the current folder; lines and columns count
 * from 1, columns in UTF-16 units. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @param helpOf a rule's page, in Markdown
 */
export function lintSarif(report: LintReport, helpOf: (rule: string) => string): string {
  const used = new Set(report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const rules = RULES.filter(({ id }) => used.has(id)).map(({ id, title, severity }) => ({
    id,
    shortDescription: { text: title },
    help: { text: helpOf(id), markdown: helpOf(id) },
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  const results = report.files.flatMap(({ path, findings }) =>
    findings.map((finding) => resultOf(path, finding, rules)),
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "Dockerize Coach", version, rules } }, columnKind: "utf16CodeUnits", results }],
  };
  return jsonReport(log);
}

function resultOf(
  path: string,
  { rule, severity, message, range, fix }: LintFinding,
  rules: readonly { id: string }[],
) {
  const artifactLocation = { uri: uriOf(path) };
  const edits = fix?.edits.filter(({ file }) => file === undefined) ?? [];
  const replacements = edits.map((edit) => ({
    deletedRegion: regionOf(edit.range),
    insertedContent: { text: edit.newText },
  }));
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    ...(fix &&
      replacements.length > 0 && {
        fixes: [{ description: { text: fix.title }, artifactChanges: [{ artifactLocation, replacements }] }],
      }),
  };
}

/** An absolute path is a file URI; a relative one stays relative. */
function uriOf(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("/")) return `file://${encoded}`;
  return /^[a-z]:\//i.test(path) ? `file:///${encoded.replace("%3A", ":")}` : encoded;
}

function regionOf({ start, end }: TextRange) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
