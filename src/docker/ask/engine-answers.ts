import * as v from "valibot";

/**
 * The parts of the engine's answers that a verdict rests on, with the types that they must have. An answer that was damaged on
 * the way is then no answer, where it would else be one that says less.
 * https://docs.docker.com/reference/api/engine/version/v1.51/
 */
const ID = v.pipe(v.string(), v.regex(/^(sha256:)?[0-9a-f]{12,64}$/));
const LABELS = v.nullish(v.record(v.string(), v.string()));

const HEALTHCHECK = v.object({
  Test: v.nullish(v.array(v.string())),
  Interval: v.optional(v.number()),
  Timeout: v.optional(v.number()),
  StartPeriod: v.optional(v.number()),
  StartInterval: v.optional(v.number()),
  Retries: v.optional(v.number()),
});

export const IMAGE = v.object({
  Id: ID,
  Size: v.number(),
  Config: v.object({ User: v.optional(v.string(), ""), Healthcheck: v.nullish(HEALTHCHECK) }),
});

export const IMAGE_HISTORY = v.array(v.object({ CreatedBy: v.string(), Size: v.number() }));

const HEALTH = v.object({
  Status: v.string(),
  FailingStreak: v.number(),
  Log: v.nullish(v.array(v.object({ ExitCode: v.number(), Output: v.string() }))),
});

const STATE = v.object({
  Status: v.string(),
  Running: v.boolean(),
  Restarting: v.optional(v.boolean(), false),
  OOMKilled: v.boolean(),
  Pid: v.number(),
  ExitCode: v.number(),
  Error: v.optional(v.string(), ""),
  Health: v.nullish(HEALTH),
});

export const CONTAINER = v.object({
  Id: ID,
  State: STATE,
  NetworkSettings: v.object({
    Ports: v.nullish(v.record(v.string(), v.nullish(v.array(v.object({ HostPort: v.string() }))))),
    Networks: v.nullish(v.record(v.string(), v.object({ IPAddress: v.string() }))),
  }),
  Mounts: v.array(v.object({ Destination: v.string(), Name: v.optional(v.string()) })),
});

export type ContainerAnswer = v.InferOutput<typeof CONTAINER>;

export const CONTAINERS = v.array(v.object({ Id: ID, Created: v.number(), Labels: LABELS }));
export const NETWORKS = v.array(v.object({ Id: ID, Labels: LABELS }));
export const VOLUMES = v.object({ Volumes: v.nullish(v.array(v.object({ Name: v.string(), Labels: LABELS }))) });
export const IMAGES = v.array(v.object({ Id: ID, Labels: LABELS }));

export const PROCESSES = v.object({ Titles: v.array(v.string()), Processes: v.array(v.array(v.string())) });

/** An engine leaves out what its machine does not count, and a limit that there is not. */
export const USAGE = v.object({
  pids_stats: v.nullish(v.object({ current: v.optional(v.number()), limit: v.optional(v.number()) })),
  cpu_stats: v.nullish(v.object({ cpu_usage: v.nullish(v.object({ total_usage: v.optional(v.number()) })) })),
});

export const VERSION = v.object({
  Version: v.string(),
  ApiVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+$/)),
  Components: v.nullish(v.array(v.object({ Name: v.string() }))),
});

export const SYSTEM = v.object({
  OSType: v.string(),
  SecurityOptions: v.nullish(v.array(v.string())),
  DriverStatus: v.nullish(v.array(v.array(v.string()))),
});

/** An answer is not what the engine gives: it was damaged on the way. */
export class DamagedAnswer extends Error {}

/** The parts of an answer that the shape names. Throws DamagedAnswer where it is not of that shape. */
export function readAnswer<S extends v.GenericSchema>(shape: S, answer: unknown): v.InferOutput<S> {
  const read = v.safeParse(shape, answer);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new DamagedAnswer(`its answer makes no sense (${v.getDotPath(issue) ?? "all of it"}: ${issue.message})`);
}
