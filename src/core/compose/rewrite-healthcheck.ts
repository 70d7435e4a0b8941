import { parseDuration } from "./duration";
import { asMap, type PlainMap, saysNothing } from "./plain-value";

/** Compose and Docker take these where the file says nothing. https://docs.docker.com/reference/compose-file/services/#healthcheck */
const DEFAULT_INTERVAL_MS = 30_000;
const DEFAULT_RETRIES = 3;
const RUN_INTERVAL_MS = 500;

/**
 * The health check that the run uses. Where another service waits for it, it is asked more often, so that nobody waits for the
 * learner's interval; and the retries are raised by as much, so that a slow start is given no less time than theirs gives.
 * The command, the time-out and the start period stay.
 */
export function rewriteHealthcheck(value: unknown, waitedFor: boolean): PlainMap | undefined {
  const { test, disable, timeout, interval, retries, start_period, start_interval } = asMap(value);
  if (disable === true) return { disable: true };
  const own = { test, timeout, interval, retries, start_period, start_interval };
  const asked = waitedFor && !saysNothing(test) ? { ...own, ...askedOften(own) } : own;
  const said = Object.entries(asked).filter(([, setting]) => !saysNothing(setting));
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function askedOften({ interval, retries, start_period }: PlainMap): PlainMap {
  const theirs = parseDuration(interval) || DEFAULT_INTERVAL_MS;
  const ours = Math.min(theirs, RUN_INTERVAL_MS);
  const tries = typeof retries === "number" && retries > 0 ? retries : DEFAULT_RETRIES;
  return {
    interval: `${ours}ms`,
    retries: Math.ceil((tries * theirs) / ours),
    // Within a start period, engines since API 1.44 ask at this interval, which is 5 s unless set.
    ...(saysNothing(start_period) ? {} : { start_interval: `${RUN_INTERVAL_MS}ms` }),
  };
}
