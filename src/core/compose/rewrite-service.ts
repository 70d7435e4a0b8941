import { asMap, asText, type PlainMap, saysNothing } from "./plain-value";
import type { ProjectNote } from "./project-note";
import { rewriteHealthcheck } from "./rewrite-healthcheck";
import { KEPT, NEVER_RUN, REWRITTEN, UNSAFE } from "./service-keys";

/** The same for every container of a run. Killed, not stopped: Flask as process 1 would let a stop wait its 10 s. */
const LIMITS = { mem_limit: "512m", pids_limit: 256, stop_grace_period: "0s", restart: "no", pull_policy: "never" };

export interface ServiceContext {
  readonly waitedFor: boolean;
  /** whether a service is part of the run */
  readonly isStarted: (service: string) => boolean;
}

/** A resolved service from allowed keys alone; its image, volumes and configs are the caller's to add. */
export function rewriteService(definition: PlainMap, { waitedFor, isStarted }: ServiceContext): PlainMap {
  const dependsOn = Object.entries(asMap(definition.depends_on)).filter(([name]) => isStarted(name));
  const environment = Object.entries(asMap(definition.environment)).filter(([, value]) => value !== null);
  const written = {
    ...Object.fromEntries(KEPT.map((key) => [key, definition[key]])),
    environment: Object.fromEntries(environment),
    depends_on: Object.fromEntries(dependsOn.map(([name, wait]) => [name, rewriteWait(asMap(wait))])),
    healthcheck: rewriteHealthcheck(definition.healthcheck, waitedFor),
    networks: rewriteNetworks(definition),
  };
  const said = Object.entries(written).filter(([key, value]) => isEmptied(key, value) || !saysNothing(value));
  return { ...Object.fromEntries(said), ...LIMITS };
}

/** What the run goes without, one note a key. */
export function serviceNotes(service: string, definition: PlainMap): readonly ProjectNote[] {
  const keys = Object.keys(definition).filter((key) => !KEPT.includes(key) && !REWRITTEN.includes(key));
  return keys.flatMap((key): readonly ProjectNote[] => {
    if (saysNothing(definition[key]) || key.startsWith("x-")) return [];
    const path = ["services", service, key];
    if (NEVER_RUN.includes(key)) return [{ kind: "never-run", path, message: `The grader never runs \`${key}\`.` }];
    if (UNSAFE.includes(key)) {
      return [{ kind: "unsafe", path, message: `\`${key}\` reaches beyond the container. The run goes without it.` }];
    }
    return [{ kind: "unsupported", path, message: `The run goes without \`${key}\`, which the grader does not know.` }];
  });
}

/** `entrypoint: []` and `command: []` take away what the image has. */
function isEmptied(key: string, value: unknown): boolean {
  return (key === "entrypoint" || key === "command") && Array.isArray(value);
}

function rewriteWait({ condition, required }: PlainMap): PlainMap {
  return { condition: asText(condition) ?? "service_started", ...(required === false && { required: false }) };
}

/** The service's networks with its aliases. A container's own name is an address as well, and the run has another one. */
function rewriteNetworks(definition: PlainMap): PlainMap {
  const own = asText(definition.container_name);
  const networks = Object.entries(asMap(definition.networks));
  const used = networks.length > 0 ? networks : [["default", null] as const];
  return Object.fromEntries(
    used.map(([name, settings]) => {
      const given = asMap(settings).aliases;
      const aliases = [...(Array.isArray(given) ? (given as readonly unknown[]) : []), ...(own ? [own] : [])];
      return [name, aliases.length > 0 ? { aliases } : {}];
    }),
  );
}
