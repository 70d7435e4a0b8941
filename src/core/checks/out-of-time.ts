/**
 * Part of the evidence of what failed because something had not come when its time was over. On a machine that grades many at once
 * that may be the machine's doing, so it is looked at once more.
 */
export const OUT_OF_TIME = { outOfTime: true } as const;

/** Whether evidence has that part. */
export function ranOutOfTime(evidence: Readonly<Record<string, unknown>>): boolean {
  return evidence["outOfTime"] === OUT_OF_TIME.outOfTime;
}
