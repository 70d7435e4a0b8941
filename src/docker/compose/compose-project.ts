import type { ComposeRequest } from "../../core/container-engine";
import type { Copy } from "./compose-copies";
import type { EngineContext } from "../engine-context";
import { CONTAINER_LIMITS } from "../container/run-container";

type PlainMap = Readonly<Record<string, unknown>>;

/** The project file of a run: core's project with the run's labels, published ports, log limits and copies. As JSON text. */
export function composeProjectFile(
  request: ComposeRequest,
  copies: readonly Copy[],
  { session, traits, enclosure }: Pick<EngineContext, "session" | "traits" | "enclosure">,
): string {
  const { project, publish } = request;
  const { labels } = session;
  const labelled = (entries: readonly (readonly [string, PlainMap])[]) =>
    Object.fromEntries(entries.map(([name, definition]) => [name, { ...definition, labels }]));
  const volumes = copies.flatMap((copy) => (copy.kind === "volume" ? [copy.volume] : []));
  const contents = copies.flatMap((copy, index) =>
    copy.kind === "content" ? [[copyName(index), { content: copy.content }] as const] : [],
  );
  const { driver, options } = CONTAINER_LIMITS.log;
  const services = Object.entries(project.services).map(([name, service]) => {
    // Out of a closed network nothing is published.
    const port = enclosure ? undefined : publish[name];
    return [
      name,
      {
        ...service,
        ...mountsOf(name, service, copies),
        ...(service.healthcheck
          ? { healthcheck: healthcheckFor(service.healthcheck as PlainMap, traits.hasStartInterval) }
          : {}),
        // Without `published`, the engine chooses a free port.
        ...(port !== undefined && { ports: [{ target: port, host_ip: "127.0.0.1", protocol: "tcp" }] }),
        logging: { driver, options },
      },
    ] as const;
  });
  const written = {
    services: labelled(services),
    networks: labelled(Object.entries(project.networks ?? {})),
    volumes: {
      ...labelled(Object.entries(project.volumes ?? {})),
      ...Object.fromEntries(volumes.map((name) => [name, { name, external: true }])),
    },
    configs: { ...project.configs, ...Object.fromEntries(contents) },
  };
  return JSON.stringify(escaped(written), undefined, 2);
}

function mountsOf(service: string, definition: PlainMap, copies: readonly Copy[]): PlainMap {
  const own = copies.flatMap((copy, index) => (copy.bind.service === service ? [{ copy, index }] : []));
  const volumes = own.flatMap(({ copy }) =>
    copy.kind === "volume"
      ? [
          {
            type: "volume",
            source: copy.volume,
            target: copy.bind.target,
            read_only: copy.bind.readOnly,
            volume: { nocopy: true },
          },
        ]
      : [],
  );
  const configs = own.flatMap(({ copy, index }) =>
    copy.kind === "content" ? [{ source: copyName(index), target: copy.bind.target, mode: copy.mode }] : [],
  );
  return { volumes: [...listOf(definition.volumes), ...volumes], configs: [...listOf(definition.configs), ...configs] };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function copyName(index: number): string {
  return `dockerize-coach-copy-${index}`;
}

/** Engines before API 1.44 refuse a start interval; they ask at the interval from the start. */
function healthcheckFor(healthcheck: PlainMap, hasStartInterval: boolean): PlainMap {
  const { start_interval, ...others } = healthcheck;
  return hasStartInterval && start_interval !== undefined ? healthcheck : others;
}

/** Values as Compose reads them: it would take `$` for a variable. Keys are read as they are. */
function escaped(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("$", () => "$$");
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, escaped(entry)]));
}
