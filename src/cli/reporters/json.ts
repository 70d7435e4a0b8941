/** A report for machines: one object, described by a JSON Schema under schema/. */
export function jsonReport(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
