import { createHash } from "node:crypto";
import type { PlatformPath } from "node:path";
import { isLocal, parseDockerHost } from "./docker-host";
import { type EndpointSearch, tlsFiles } from "./endpoint";

/** Docker's configuration folder, `~/.docker` unless DOCKER_CONFIG says otherwise. */
export interface DockerConfigFiles {
  /** empty where there is none */
  readonly folder: string;
  readonly path: PlatformPath;
  /** undefined where there is no such file */
  readFile(path: string): string | undefined;
}

type CurrentContext =
  { readonly name: string; readonly from: string } | { readonly detail: string; readonly next: string };

/** The context that `docker context use` has chosen; `default` where none is. */
export function currentContext(files: DockerConfigFiles): CurrentContext {
  const from = "the current context of your Docker configuration";
  const file = files.path.join(files.folder, "config.json");
  const text = files.folder === "" ? undefined : files.readFile(file);
  if (text === undefined || text.trim() === "") return { name: "default", from };
  const name = field(parseObject(text), "currentContext");
  if (parseObject(text) === undefined || (name !== undefined && typeof name !== "string")) {
    const detail = `Docker's configuration file ${file} cannot be read: it is not valid JSON, or not what Docker writes.`;
    return { detail, next: "Correct that file, or rename it so that Docker makes a new one, then try again." };
  }
  return { name: name || "default", from };
}

/** The engine of a named context, from the files in which the docker command line keeps it. */
export function contextEndpoint(name: string, from: string, files: DockerConfigFiles): EndpointSearch {
  const next =
    "Run `docker context ls` to see the contexts that there are, and `docker context use default` to go back.";
  // The command line names a context's folders by the SHA-256 of its name.
  const key = createHash("sha256").update(name).digest("hex");
  const meta = files.readFile(files.path.join(files.folder, "contexts", "meta", key, "meta.json"));
  if (meta === undefined) {
    return { found: false, problem: { detail: `The Docker context "${name}" (${from}) does not exist.`, next } };
  }
  const docker = field(field(parseObject(meta), "Endpoints"), "docker");
  const host = field(docker, "Host");
  const tlsFolder = files.path.join(files.folder, "contexts", "tls", key, "docker");
  const verify = field(docker, "SkipTLSVerify") !== true;
  const tls = tlsFiles((file) => files.readFile(files.path.join(tlsFolder, file)), verify);
  const secure = Boolean(tls.ca || tls.cert || tls.key) || !verify;
  const transport = typeof host === "string" ? parseDockerHost(host, secure) : undefined;
  if (typeof host !== "string" || !transport) {
    return { found: false, problem: { detail: `The Docker context "${name}" (${from}) names no engine.`, next } };
  }
  const cliEnv = { DOCKER_CONTEXT: name, DOCKER_HOST: undefined };
  const withTls = transport.kind === "tcp" && transport.secure ? { tls } : {};
  const words = `the Docker context "${name}" (${from})`;
  return { found: true, endpoint: { host, from: words, transport, local: isLocal(transport), cliEnv, ...withTls } };
}

function parseObject(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
