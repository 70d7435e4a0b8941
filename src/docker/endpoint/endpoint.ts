import path from "node:path";
import { contextEndpoint, currentContext, type DockerConfigFiles } from "./docker-context";
import { isLocal, parseDockerHost, type Transport } from "./docker-host";
import { wellKnownSockets } from "./well-known-sockets";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The machine as the search for the engine sees it; fed, so that one system can be tested from another. */
export interface Machine {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  /** empty where it is not known */
  readonly homedir: string;
  /** undefined where there is no such file, or it cannot be read */
  readFile(path: string): string | undefined;
  exists(path: string): boolean;
}

export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify: boolean;
}

/** Where the engine is. */
export interface Endpoint {
  /** for instance `unix:///var/run/docker.sock` */
  readonly host: string;
  /** where that was found, in words */
  readonly from: string;
  readonly transport: Transport;
  readonly tls?: TlsFiles;
  /** whether the engine is on this machine, so that a port that it publishes on 127.0.0.1 can be asked from here */
  readonly local: boolean;
  /** laid over the environment, these make the docker command line use this very engine; undefined takes one out */
  readonly cliEnv: Environment;
}

/** `problem` says what is wrong with the settings that name the engine, and what to do about it. */
export type EndpointSearch =
  | { readonly found: true; readonly endpoint: Endpoint }
  | { readonly found: false; readonly problem: { readonly detail: string; readonly next: string } };

/**
 * Finds the engine as the docker command line does: DOCKER_HOST, DOCKER_CONTEXT, the current context of Docker's
 * configuration, the default socket; and where that one is absent, the sockets of the other products that are known.
 * Does not connect. https://docs.docker.com/engine/manage-resources/contexts/
 */
export function resolveEndpoint(machine: Machine): EndpointSearch {
  const { env } = machine;
  const files = configFiles(machine);
  // The command line looks at DOCKER_HOST before DOCKER_CONTEXT, whatever its manual says.
  if (env.DOCKER_HOST) return fromHost(env.DOCKER_HOST, machine, files);

  const context = env.DOCKER_CONTEXT
    ? ({ name: env.DOCKER_CONTEXT, from: "the environment variable DOCKER_CONTEXT" } as const)
    : currentContext(files);
  if ("detail" in context) return { found: false, problem: context };
  if (context.name !== "default") return contextEndpoint(context.name, context.from, files);

  const [first, ...others] = wellKnownSockets(machine);
  const there = machine.exists(first.path) ? undefined : others.find((socket) => machine.exists(socket.path));
  return found(there ?? first, there ? { DOCKER_HOST: hostOf(there.path), DOCKER_CONTEXT: undefined } : {});
}

function found(socket: { readonly path: string; readonly from: string }, cliEnv: Environment): EndpointSearch {
  const transport: Transport = { kind: "socket", path: socket.path };
  return { found: true, endpoint: { host: hostOf(socket.path), from: socket.from, transport, local: true, cliEnv } };
}

function hostOf(socketPath: string): string {
  return socketPath.startsWith("//./pipe/") ? `npipe://${socketPath}` : `unix://${socketPath}`;
}

function fromHost(host: string, machine: Machine, files: DockerConfigFiles): EndpointSearch {
  const { env } = machine;
  const tls = Boolean(env.DOCKER_TLS_VERIFY || env.DOCKER_TLS);
  const transport = parseDockerHost(host, tls);
  if (!transport) {
    const detail = `The environment variable DOCKER_HOST is "${host}", which names no Docker engine.`;
    const next = "Remove DOCKER_HOST from your environment, or set it to something like unix:///var/run/docker.sock.";
    return { found: false, problem: { detail, next } };
  }
  const from = "the environment variable DOCKER_HOST";
  const endpoint = { host, from, transport, local: isLocal(transport), cliEnv: {} };
  if (transport.kind !== "tcp" || !transport.secure) return { found: true, endpoint };
  const folder = env.DOCKER_CERT_PATH || files.folder;
  const read = (name: string) => machine.readFile(files.path.join(folder, name));
  return { found: true, endpoint: { ...endpoint, tls: tlsFiles(read, Boolean(env.DOCKER_TLS_VERIFY)) } };
}

/** The three files that the docker command line looks for, each of which may be absent. */
export function tlsFiles(read: (name: string) => string | undefined, verify: boolean): TlsFiles {
  const [ca, cert, key] = [read("ca.pem"), read("cert.pem"), read("key.pem")];
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }), verify };
}

function configFiles(machine: Machine): DockerConfigFiles {
  const paths = machine.platform === "win32" ? path.win32 : path.posix;
  const folder = machine.env.DOCKER_CONFIG || (machine.homedir === "" ? "" : paths.join(machine.homedir, ".docker"));
  return { folder, path: paths, readFile: (file) => machine.readFile(file) };
}
