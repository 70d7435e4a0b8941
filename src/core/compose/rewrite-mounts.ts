import type { BindMount } from "../container-engine";
import { pathInFolder } from "./path-in-folder";
import { asList, asMap, asText, type PlainMap, saysNothing, valueAt } from "./plain-value";
import type { ProjectNote } from "./project-note";

export interface RewrittenMounts {
  /** the service's `volumes`: named, anonymous and in memory */
  readonly volumes: readonly PlainMap[];
  /** the service's `configs` whose content stands in the Compose file */
  readonly configs: readonly PlainMap[];
  /** folders and files of the submission, of which the adapter mounts copies */
  readonly binds: readonly BindMount[];
  readonly notes: readonly ProjectNote[];
}

interface MountContext {
  readonly service: string;
  readonly folder: string;
  /** the resolved project */
  readonly project: PlainMap;
}

type Mount =
  | { readonly volume: PlainMap }
  | { readonly config: PlainMap }
  | { readonly bind: BindMount }
  | { readonly note: ProjectNote };

/** All that a resolved service mounts: its volumes, configs and secrets. */
export function rewriteMounts(definition: PlainMap, context: MountContext): RewrittenMounts {
  const mounts: readonly Mount[] = [
    ...asList(definition.volumes).map((entry, index) => rewriteVolume(asMap(entry), index, context)),
    ...asList(definition.configs).map((entry, index) => rewriteFile("configs", asMap(entry), index, context)),
    ...asList(definition.secrets).map((entry, index) => rewriteFile("secrets", asMap(entry), index, context)),
  ];
  return {
    volumes: mounts.flatMap((mount) => ("volume" in mount ? [mount.volume] : [])),
    configs: mounts.flatMap((mount) => ("config" in mount ? [mount.config] : [])),
    binds: mounts.flatMap((mount) => ("bind" in mount ? [mount.bind] : [])),
    notes: mounts.flatMap((mount) => ("note" in mount ? [mount.note] : [])),
  };
}

function rewriteVolume(entry: PlainMap, index: number, context: MountContext): Mount {
  const { service } = context;
  const target = asText(entry.target) ?? "";
  const readOnly = entry.read_only === true;
  switch (entry.type) {
    case "bind":
      return bindOf({ service, source: asText(entry.source) ?? "", target, readOnly }, "volumes", index, context);
    case "volume": {
      const own = { type: "volume", target, ...(readOnly && { read_only: true }) };
      const nocopy = asMap(entry.volume).nocopy === true ? { volume: { nocopy: true } } : {};
      return { volume: { ...own, ...nocopy, ...(saysNothing(entry.source) ? {} : { source: entry.source }) } };
    }
    case "tmpfs": {
      const { size, mode } = asMap(entry.tmpfs);
      const settings = { ...(saysNothing(size) ? {} : { size }), ...(saysNothing(mode) ? {} : { mode }) };
      return { volume: { type: "tmpfs", target, ...(saysNothing(settings) ? {} : { tmpfs: settings }) } };
    }
    default:
      return dropped(
        "unsupported",
        "volumes",
        index,
        context,
        `A mount of the type ${String(entry.type)} is left out.`,
      );
  }
}

/** A config or secret: one whose content is in the project stays, one that is a file of the folder is mounted as a copy. */
function rewriteFile(kind: "configs" | "secrets", entry: PlainMap, index: number, context: MountContext): Mount {
  const name = asText(entry.source) ?? "";
  const { content, file } = asMap(valueAt(asMap(context.project[kind]), name));
  const target = asText(entry.target) ?? name;
  if (typeof file === "string") {
    const absolute = target.startsWith("/") ? target : `${kind === "secrets" ? "/run/secrets" : ""}/${target}`;
    return bindOf({ service: context.service, source: file, target: absolute, readOnly: true }, kind, index, context);
  }
  if (kind === "configs" && typeof content === "string") {
    const { uid, gid, mode } = entry;
    const said = Object.entries({ uid, gid, mode }).filter(([, value]) => !saysNothing(value));
    return { config: { source: name, target, ...Object.fromEntries(said) } };
  }
  return dropped(
    "unsupported",
    kind,
    index,
    context,
    `\`${name}\` comes neither from the file nor from the folder, and is left out.`,
  );
}

function bindOf(bind: BindMount, key: string, index: number, context: MountContext): Mount {
  if (pathInFolder(context.folder, bind.source) !== undefined) return { bind };
  const message = `${bind.source} is outside your folder. The grader mounts nothing from there.`;
  return dropped("unsafe", key, index, context, message);
}

function dropped(
  kind: ProjectNote["kind"],
  key: string,
  index: number,
  { service }: MountContext,
  message: string,
): Mount {
  return { note: { kind, path: ["services", service, key, index], message } };
}
