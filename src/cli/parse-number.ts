import { UsageError } from "./usage-error";

/** A whole number of an option, or a UsageError that says which are taken. */
export function parseNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${option} takes a whole number from ${least} to ${most}, not “${text}”`);
  return number;
}

const UNITS = { MB: 1e6, GB: 1e9, TB: 1e12 } as const;

/** A size as `10GB`, in bytes, or a UsageError. */
export function parseSize(option: string, text: string): number {
  const [, number, unit] = /^(\d{1,6})(MB|GB|TB)$/i.exec(text) ?? [];
  if (number === undefined || unit === undefined)
    throw new UsageError(`${option} takes a size such as 500MB or 10GB, not “${text}”`);
  return Number(number) * UNITS[unit.toUpperCase() as keyof typeof UNITS];
}
