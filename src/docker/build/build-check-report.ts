/** What one of Docker's own build checks found. Lines count from 0. */
export interface BuildCheckFinding {
  /** for instance `JSONArgsRecommended`; undefined for what stops a build altogether */
  readonly rule?: string;
  readonly message: string;
  /** the rule's page at docs.docker.com */
  readonly url?: string;
  readonly startLine: number;
  readonly endLine: number;
}

export interface BuildCheckReport {
  readonly warnings: readonly BuildCheckFinding[];
  /** what stopped the look at the file, in Docker's words */
  readonly error?: BuildCheckFinding;
}

/**
 * Reads what `docker buildx build --call=check,format=json` prints; undefined where that is no report.
 * https://docs.docker.com/reference/cli/docker/buildx/build/#call
 */
export function readBuildCheckReport(stdout: string): BuildCheckReport | undefined {
  const report = parseObject(stdout);
  if (!report) return undefined;
  const warnings = Array.isArray(report.warnings) ? report.warnings.map(finding) : [];
  const { buildError } = report;
  return { warnings, ...(typeof buildError === "object" && buildError !== null && { error: finding(buildError) }) };
}

/** The pages of the rules. A Dockerfile may name a frontend of its own, and that may print any address. */
const DOCUMENTATION = /^https:\/\/docs\.docker\.com\//;

/** BuildKit counts lines from 1. */
function finding(item: unknown): BuildCheckFinding {
  const rule = textAt(item, "ruleName");
  const url = textAt(item, "url");
  const said = textAt(item, "detail") ?? textAt(item, "message") ?? textAt(item, "description");
  const range = valueAt(valueAt(valueAt(item, "location"), "ranges"), "0");
  const startLine = lineAt(range, "start") ?? 0;
  return {
    ...(rule !== undefined && { rule }),
    message: said ?? "Docker has something to say about this.",
    ...(url !== undefined && DOCUMENTATION.test(url) && { url }),
    startLine,
    endLine: Math.max(startLine, lineAt(range, "end") ?? startLine),
  };
}

function lineAt(range: unknown, end: "start" | "end"): number | undefined {
  const line = valueAt(valueAt(range, end), "line");
  return typeof line === "number" && line >= 1 ? line - 1 : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const text = valueAt(value, key);
  return typeof text === "string" && text !== "" ? text : undefined;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
