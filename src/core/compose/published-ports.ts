import { asList, asMap, asText, type PlainMap, saysNothing } from "./plain-value";
import { UNKNOWN, withDefaults } from "./with-defaults";

/** One entry of a service's `ports`, in either form. */
export interface PublishedPort {
  /** its place in the list */
  readonly index: number;
  /** who can reach it: everybody, only this machine, or nobody can tell */
  readonly reach: "everybody" | "machine" | "unknown";
  /** the ports on the host, from the first to the last; undefined where Docker chooses one, or where nobody can tell */
  readonly host?: readonly [number, number];
  /** the ports in the container; undefined where nobody can tell */
  readonly container?: readonly [number, number];
  readonly isTcp: boolean;
  /** the short form */
  readonly isShort: boolean;
}

/** What a service publishes, defaults of variables put in. https://docs.docker.com/reference/compose-file/services/#ports */
export function publishedPorts(service: PlainMap): readonly PublishedPort[] {
  return asList(service["ports"]).flatMap((entry, index) => {
    if (typeof entry === "number" || typeof entry === "string") return [shortForm(String(entry), index)];
    return typeof entry === "object" && entry !== null ? [longForm(asMap(entry), index)] : [];
  });
}

/** Whether a port of the container is among those that an entry publishes; undefined where nobody can tell. */
export function leadsTo({ container, isTcp }: PublishedPort, port: number): boolean | undefined {
  if (!isTcp) return false;
  return container && container[0] <= port && port <= container[1];
}

function shortForm(written: string, index: number): PublishedPort {
  const [address = "", protocol = "tcp"] = withDefaults(written).split("/");
  // An IPv6 address has colons of its own; without brackets too, as it is what stands before the last two parts.
  const [, ip, host, container = address] = /^(?:(.*):)?([^:\]]*):([^:]*)$/.exec(address) ?? [];
  return {
    index,
    isShort: true,
    isTcp: protocol.toLowerCase() === "tcp",
    reach: host?.includes(UNKNOWN) && ip === undefined ? "unknown" : reachOf(ip),
    ...withRange("host", host),
    ...withRange("container", container),
  };
}

function longForm({ target, published, host_ip: ip, protocol }: PlainMap, index: number): PublishedPort {
  const text = (value: unknown): string | undefined =>
    typeof value === "number"
      ? String(value)
      : value === undefined
        ? undefined
        : withDefaults(asText(value) ?? UNKNOWN);
  return {
    index,
    isShort: false,
    isTcp: saysNothing(protocol) || text(protocol) === "tcp",
    reach: reachOf(text(ip)),
    ...withRange("host", text(published)),
    ...withRange("container", text(target)),
  };
}

function reachOf(ip: string | undefined): PublishedPort["reach"] {
  const address = (ip ?? "").replace(/^\[|\]$/g, "");
  if (address.includes(UNKNOWN)) return "unknown";
  if (/^(?:|0\.0\.0\.0|::|\*)$/.test(address)) return "everybody";
  return /^(?:127\.|::1$|localhost$)/.test(address) ? "machine" : "unknown";
}

function withRange<Name extends string>(name: Name, text = ""): { readonly [Key in Name]?: readonly [number, number] } {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  const range = from === undefined ? undefined : ([Number(from), Number(to)] as const);
  return (range ? { [name]: range } : {}) as { readonly [Key in Name]?: readonly [number, number] };
}
