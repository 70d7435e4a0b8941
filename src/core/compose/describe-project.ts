import { COURSE } from "../course";
import type { DocumentPath } from "./document-path";
import { API_SERVICE, REDIS_SERVICE } from "./needed-services";
import { pathInFolder } from "./path-in-folder";
import { asList, asMap, asText, type PlainMap, saysNothing, valueAt } from "./plain-value";

/** Something that the challenge asks of the Compose file and that is not there. */
export interface ProjectGap {
  readonly requirement: "api-service" | "api-builds-folder" | "api-publishes-port" | "redis-service";
  /** what was found, with what was expected beside it */
  readonly observed: string;
  readonly next: string;
  /** where in the document, for the line to point at */
  readonly path: DocumentPath;
}

/**
 * What the project lacks: a service `api`, without a profile, that builds this folder and publishes the app's port, and a
 * service `redis`, without a profile. Empty means that nothing is missing. Takes what `docker compose config` resolved, the
 * folder's path as it stands in there, and the raw document, which alone knows services behind a profile.
 */
export function describeProject(resolved: unknown, folder: string, raw?: unknown): readonly ProjectGap[] {
  const services = asMap(asMap(resolved).services);
  const api = serviceOf(services, API_SERVICE);
  return [
    ...servicesBehindProfiles(raw ?? resolved),
    ...(api || isBehindProfile(raw ?? resolved, API_SERVICE) ? [] : [missingApi(services)]),
    ...(api ? [...describeBuild(api, folder), ...describePorts(api)] : []),
    ...(serviceOf(services, REDIS_SERVICE) || isBehindProfile(raw ?? resolved, REDIS_SERVICE) ? [] : [MISSING_REDIS]),
  ];
}

/**
 * The services `api` and `redis` that start with a profile only. Where another service depends on one of them, Compose
 * refuses the file and says no more than that it is undefined.
 */
export function servicesBehindProfiles(document: unknown): readonly ProjectGap[] {
  return [API_SERVICE, REDIS_SERVICE]
    .filter((name) => isBehindProfile(document, name))
    .map((name) => ({
      requirement: name === API_SERVICE ? "api-service" : "redis-service",
      observed: `\`${name}\` has a profile, so \`docker compose up\` does not start it; expected without one.`,
      next: `Remove \`profiles\` from the service \`${name}\`.`,
      path: ["services", name, "profiles"],
    }));
}

function isBehindProfile(document: unknown, name: string): boolean {
  const service = asMap(valueAt(asMap(asMap(document).services), name));
  return !saysNothing(service.profiles);
}

function serviceOf(services: PlainMap, name: string): PlainMap | undefined {
  const service = valueAt(services, name);
  return service === undefined || !saysNothing(asMap(service).profiles) ? undefined : asMap(service);
}

function missingApi(services: PlainMap): ProjectGap {
  const names = Object.keys(services);
  const found =
    names.length === 0 ? "no service at all" : `the services ${names.map((name) => `\`${name}\``).join(", ")}`;
  return {
    requirement: "api-service",
    observed: `The file has ${found}; expected a service named \`api\`.`,
    next: "Under `services:`, add `api:` with `build: .` and the app's port.",
    path: ["services"],
  };
}

const MISSING_REDIS: ProjectGap = {
  requirement: "redis-service",
  observed: "There is no service named `redis`; expected one, because the app counts there.",
  next: "Under `services:`, add `redis:` with `image: redis:7-alpine`.",
  path: ["services"],
};

function describeBuild(api: PlainMap, folder: string): readonly ProjectGap[] {
  const observed = wrongBuild(api, folder);
  if (observed === undefined) return [];
  const path = ["services", API_SERVICE, ...(api.build == null ? [] : ["build"])];
  return [{ requirement: "api-builds-folder", observed, next: "Give the service `api` the line `build: .`", path }];
}

function wrongBuild(api: PlainMap, folder: string): string | undefined {
  if (api.build == null) {
    const image = asText(api.image);
    const found = image === undefined ? "builds nothing" : `starts the ready-made image ${image}`;
    return `\`api\` ${found}; expected it to build this folder (\`build: .\`).`;
  }
  const { context, dockerfile_inline } = asMap(api.build);
  if (dockerfile_inline != null)
    return "`api` builds from lines inside the Compose file; expected this folder's Dockerfile.";
  const built = asText(context) ?? "";
  const place = pathInFolder(folder, built);
  if (place === ".") return undefined;
  return `\`api\` builds from ${place ?? built}; expected it to build this folder (\`build: .\`).`;
}

function describePorts(api: PlainMap): readonly ProjectGap[] {
  const ports = asList(api.ports).map(asMap);
  const tcp = ports.filter(({ protocol }) => protocol === undefined || protocol === "tcp");
  if (tcp.some(({ target }) => Number(target) === COURSE.appPort)) return [];
  const targets = ports.map(({ target, protocol }) => `${String(target)}${protocol === "udp" ? "/udp" : ""}`);
  const found = targets.length === 0 ? "publishes no port" : `publishes the container's port ${targets.join(", ")}`;
  return [
    {
      requirement: "api-publishes-port",
      observed: `\`api\` ${found}; expected ${COURSE.appPort}, where the app listens in its container.`,
      next: `Give the service \`api\` the lines \`ports:\` and \`- "${COURSE.appPort}:${COURSE.appPort}"\`.`,
      path: ["services", API_SERVICE, ...(ports.length === 0 ? [] : ["ports"])],
    },
  ];
}
