import type Dockerode from "dockerode";
import type { Healthcheck } from "../../core/container-engine";

/** https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerCreate: nanoseconds, 0 for the default */
export function healthConfig(health: Healthcheck, hasStartInterval: boolean): Dockerode.HealthConfig {
  const nanoseconds = (ms: number | undefined) => Math.round((ms ?? 0) * 1e6);
  return {
    Test: [...health.test],
    Interval: nanoseconds(health.intervalMs),
    Timeout: nanoseconds(health.timeoutMs),
    StartPeriod: nanoseconds(health.startPeriodMs),
    Retries: health.retries ?? 0,
    ...(hasStartInterval && { StartInterval: nanoseconds(health.startIntervalMs) }),
  };
}

/** The image's own settings, read back in milliseconds; undefined where it has no probe. */
export function healthcheckOf(config: HealthSettings | null | undefined): Healthcheck | undefined {
  if (!config?.Test || config.Test.length === 0) return undefined;
  const { Test, Interval, Timeout, StartPeriod, StartInterval, Retries } = config;
  const ms = (nanoseconds: number | undefined) => (nanoseconds ? nanoseconds / 1e6 : undefined);
  const settings = { intervalMs: ms(Interval), timeoutMs: ms(Timeout), startPeriodMs: ms(StartPeriod) };
  const all = { ...settings, startIntervalMs: ms(StartInterval), retries: Retries || undefined };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { test: Test, ...given };
}

interface HealthSettings {
  readonly Test?: readonly string[] | null | undefined;
  readonly Interval?: number | undefined;
  readonly Timeout?: number | undefined;
  readonly StartPeriod?: number | undefined;
  readonly StartInterval?: number | undefined;
  readonly Retries?: number | undefined;
}
