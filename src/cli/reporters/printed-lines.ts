import type { CheckResult } from "../../core/report";

const MOST_LINES = 15;

/** The last lines that a failing build step or a crashed app printed, as they came; none where nothing did. */
export function printedLines({ evidence: { output, logs } }: CheckResult): readonly string[] {
  const printed = [output, logs].find((lines): lines is string[] => Array.isArray(lines) && lines.length > 0) ?? [];
  return printed.slice(-MOST_LINES);
}
