/** Dates with times as Python's servers write them into their logs. */
const DATE = /\d{1,2}\/[A-Z][a-z]{2}\/\d{4}[ :]\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d([.,]\d+)?/g;

/**
 * A log without the lines that repeat an earlier one but for their date: a health check asks every half second, and its lines
 * would push out what the app has said at its start.
 */
export function toldOnce(lines: readonly string[]): readonly string[] {
  const told = new Set<string>();
  return lines.filter((line) => {
    const words = line.replace(DATE, "");
    if (words === line) return true;
    const isNew = !told.has(words);
    told.add(words);
    return isNew;
  });
}
