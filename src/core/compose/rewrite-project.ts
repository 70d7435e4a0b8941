import type { BindMount, ComposeProject, ComposeRequest } from "../container-engine";
import { COURSE } from "../course";
import { API_SERVICE, neededServices, waitedForHealth } from "./needed-services";
import { asMap, asText, type PlainMap, valueAt } from "./plain-value";
import type { ProjectNote } from "./project-note";
import { rewriteBuild, type ServiceBuild } from "./rewrite-build";
import { rewriteMounts, type RewrittenMounts } from "./rewrite-mounts";
import { rewriteService, serviceNotes } from "./rewrite-service";

export interface RewrittenProject {
  /** services that build have no image yet: see withImages */
  readonly request: ComposeRequest;
  readonly builds: readonly ServiceBuild[];
  readonly notes: readonly ProjectNote[];
}

interface Part {
  readonly name: string;
  readonly service: PlainMap;
  readonly build?: ServiceBuild;
  readonly mounts: RewrittenMounts;
}

/**
 * The project that a grading run starts in place of the learner's: api, redis and what they depend on, written anew from
 * the keys that are known. Takes what `docker compose config` resolved, and the folder's path as it stands in there. Names,
 * tags, ports, restarts, limits and everything `external` are the run's own. Never throws; what is left out is noted.
 */
export function rewriteProject(resolved: unknown, folder: string): RewrittenProject {
  const project = asMap(resolved);
  const needed = neededServices(asMap(project.services));
  const waitedFor = waitedForHealth(needed);
  const startable = new Map([...needed].filter(([name, definition]) => isStartable(name, definition, folder)));
  const parts = [...startable].map(([name, definition]): Part => {
    const mounts = rewriteMounts(definition, { service: name, folder, project });
    const service = rewriteService(definition, {
      waitedFor: waitedFor.has(name),
      isStarted: (other) => startable.has(other),
    });
    const build = definition.build == null ? undefined : rewriteBuild(name, definition.build, folder);
    return { name, mounts, ...(build ? { build, service } : { service: { image: definition.image, ...service } }) };
  });
  const binds: readonly BindMount[] = parts.flatMap(({ mounts }) => mounts.binds);
  const publish = startable.has(API_SERVICE) ? { [API_SERVICE]: COURSE.appPort } : {};
  return {
    request: { project: assemble(parts, project), binds, publish },
    builds: parts.flatMap(({ build }) => (build ? [build] : [])),
    notes: [
      ...[...needed].flatMap(([name, definition]) => serviceNotes(name, definition)),
      ...[...needed].flatMap(([name, definition]) => (startable.has(name) ? [] : [notStarted(name, definition)])),
      ...parts.flatMap(({ mounts }) => mounts.notes),
    ],
  };
}

function isStartable(name: string, definition: PlainMap, folder: string): boolean {
  if (definition.provider != null) return false;
  if (definition.build != null) return rewriteBuild(name, definition.build, folder) !== undefined;
  return Boolean(asText(definition.image));
}

function notStarted(name: string, definition: PlainMap): ProjectNote {
  const path = ["services", name];
  if (definition.provider != null) return { kind: "never-run", path, message: `\`${name}\` is started by a provider.` };
  return { kind: "unsupported", path, message: `\`${name}\` cannot be built or started from your folder alone.` };
}

function assemble(parts: readonly Part[], project: PlainMap): ComposeProject {
  const services = parts.map(({ name, service, mounts: { volumes, configs } }) => {
    const mounted = { ...(volumes.length > 0 && { volumes }), ...(configs.length > 0 && { configs }) };
    return [name, { ...service, ...mounted }] as const;
  });
  const networks = new Set(parts.flatMap(({ service }) => Object.keys(asMap(service.networks))));
  const volumes = new Set(parts.flatMap(({ mounts }) => mounts.volumes.flatMap(({ source }) => asText(source) ?? [])));
  const configs = new Set(parts.flatMap(({ mounts }) => mounts.configs.flatMap(({ source }) => asText(source) ?? [])));
  return {
    services: Object.fromEntries(services),
    networks: Object.fromEntries([...networks].map((name) => [name, rewriteNetwork(project, name)])),
    volumes: Object.fromEntries([...volumes].map((name) => [name, {}])),
    configs: Object.fromEntries([...configs].map((name) => [name, rewriteConfig(project, name)])),
  };
}

/** A network that is closed to the outside stays so; its name, driver and addresses are the run's own. */
function rewriteNetwork(project: PlainMap, name: string): PlainMap {
  const internal = asMap(valueAt(asMap(project.networks), name)).internal === true;
  return internal ? { internal } : {};
}

function rewriteConfig(project: PlainMap, name: string): PlainMap {
  const { content } = asMap(valueAt(asMap(project.configs), name));
  return { content };
}
