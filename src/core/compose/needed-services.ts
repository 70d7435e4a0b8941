import { asMap, type PlainMap, valueAt } from "./plain-value";

export const API_SERVICE = "api";
export const REDIS_SERVICE = "redis";

/** The project's services that the grader starts: api, redis, and what they depend on, each once. */
export function neededServices(services: PlainMap): ReadonlyMap<string, PlainMap> {
  const needed = new Map<string, PlainMap>();
  const waiting = [API_SERVICE, REDIS_SERVICE];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const service = valueAt(services, name);
    if (service === undefined || needed.has(name)) continue;
    needed.set(name, asMap(service));
    waiting.push(...Object.keys(asMap(asMap(service).depends_on)));
  }
  return needed;
}

/** The services that another one waits for until their health check succeeds. */
export function waitedForHealth(services: ReadonlyMap<string, PlainMap>): ReadonlySet<string> {
  const waits = [...services.values()].flatMap((service) => Object.entries(asMap(service.depends_on)));
  return new Set(waits.filter(([, wait]) => asMap(wait).condition === "service_healthy").map(([name]) => name));
}
