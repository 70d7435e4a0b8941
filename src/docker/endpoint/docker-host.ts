/** How an engine is talked to: the value of DOCKER_HOST taken apart. */
export type Transport =
  /** a unix socket, or a named pipe of Windows */
  | { readonly kind: "socket"; readonly path: string }
  | { readonly kind: "tcp"; readonly hostname: string; readonly port: number; readonly secure: boolean }
  /** the docker command line makes the connection, with the learner's own ssh settings */
  | { readonly kind: "ssh" };

/**
 * Parses what the docker command line takes for a host: `unix://`, `npipe://`, `tcp://`, `ssh://`, or `host:port`.
 * Undefined where it makes no sense. `tls` is whether certificates are asked for, which also chooses the port.
 * https://docs.docker.com/reference/cli/docker/#host
 */
export function parseDockerHost(host: string, tls: boolean): Transport | undefined {
  const text = host.trim();
  const [, scheme = "tcp", rest = text] = /^([a-z]+):\/\/(.*)$/is.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case "unix":
      return { kind: "socket", path: rest || "/var/run/docker.sock" };
    case "npipe":
      return { kind: "socket", path: rest || "//./pipe/docker_engine" };
    case "ssh":
      return rest === "" ? undefined : { kind: "ssh" };
    case "tcp":
    case "http":
      return parseAddress(rest, tls);
    case "https":
      return parseAddress(rest, true);
    default:
      return undefined;
  }
}

/** Whether what the engine publishes on 127.0.0.1 is on this machine. */
export function isLocal(transport: Transport): boolean {
  if (transport.kind === "socket") return true;
  return transport.kind === "tcp" && /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(transport.hostname);
}

function parseAddress(rest: string, secure: boolean): Transport | undefined {
  try {
    // A scheme that URL does not know keeps port 80 as written.
    const url = new URL(`docker://${rest || "localhost"}`);
    if (url.hostname === "") return undefined;
    const port = url.port === "" ? (secure ? 2376 : 2375) : Number(url.port);
    return { kind: "tcp", hostname: url.hostname.replace(/^\[|\]$/g, ""), port, secure };
  } catch {
    return undefined;
  }
}
