import { SEVERITIES, type Severity } from "../../core/lint/finding";
import type { LintReport } from "../lint-report";

type Kind = "error" | "warning" | "notice";

const KINDS: Readonly<Record<Severity, Kind>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** GitHub shows this many annotations of a kind for a step. https://docs.github.com/en/rest/checks/runs */
const MOST_OF_A_KIND = 10;

/**
 * The findings as workflow commands, which GitHub Actions shows at their lines; the gravest of each kind first, and what
 * it would not show counted in plain words.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function lintGithub(report: LintReport): string {
  const all = report.files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })));
  const gravestFirst = all.toSorted(
    (one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity),
  );
  const lines = (["error", "warning", "notice"] as const).flatMap((kind) => {
    const ofKind = gravestFirst.filter(({ severity }) => KINDS[severity] === kind);
    const shown = ofKind.slice(0, MOST_OF_A_KIND).map(({ path, rule, message, range: { start, end } }) => {
      const place = [
        `file=${property(path)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        // Columns count only within one line; over several, GitHub refuses them.
        ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        `title=${property(`Dockerize Coach: ${rule}`)}`,
      ];
      return `::${kind} ${place.join(",")}::${data(message)}`;
    });
    const left = ofKind.length - shown.length;
    return left > 0 ? [...shown, `${left} more of the kind ${kind}: run dockerize-coach lint to see them all`] : shown;
  });
  return lines.map((line) => `${line}\n`).join("");
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
