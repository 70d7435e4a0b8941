import { cp, writeFile } from "node:fs/promises";
import path from "node:path";
import { withoutForeign } from "../compose/compose-environment";
import type { Environment, Machine } from "../endpoint/endpoint";
import type { Session } from "../session/session";

/**
 * The docker command line's environment for untrusted work. Docker's own settings hold what a submission could use or carry
 * off: passwords of registries, with which a build may pull whatever its user may; proxies with a password in their
 * address, which every build step and container is given; another builder. So the command line gets settings of the run's
 * own, with what it takes to reach the engine, and of the environment only what it needs itself.
 */
export async function containedEnvironment(machine: Machine, session: Session): Promise<Environment> {
  const { env, homedir } = machine;
  const theirs = env.DOCKER_CONFIG || path.join(homedir, ".docker");
  const own = await session.tempFolder();
  const settings = containedSettings(machine.readFile(path.join(theirs, "config.json")), theirs);
  await writeFile(path.join(own, "config.json"), JSON.stringify(settings), { mode: 0o600 });
  const contexts = path.join(theirs, "contexts");
  if (machine.exists(contexts)) await cp(contexts, path.join(own, "contexts"), { recursive: true });
  // They are looked for beside the settings, unless it is said where they are.
  const certificates =
    env.DOCKER_TLS_VERIFY || env.DOCKER_TLS ? { DOCKER_CERT_PATH: env.DOCKER_CERT_PATH || theirs } : {};
  return { ...env, ...withoutForeign(env), DOCKER_CONFIG: own, ...certificates };
}

/**
 * The part of Docker's settings that untrusted work may be run with.
 * @param text of config.json, undefined where there is none; one that cannot be read counts as empty
 * @param folder that it is in, where plugins of the command line may be too
 */
export function containedSettings(text: string | undefined, folder: string): Readonly<Record<string, unknown>> {
  const { currentContext, cliPluginsExtraDirs, proxies } = parse(text);
  const others = Array.isArray(cliPluginsExtraDirs) ? (cliPluginsExtraDirs as readonly unknown[]) : [];
  return {
    currentContext,
    cliPluginsExtraDirs: [path.join(folder, "cli-plugins"), ...others],
    proxies: mapValues(proxies, (proxy) => mapValues(proxy, (value) => (hasPassword(value) ? undefined : value))),
  };
}

function hasPassword(address: unknown): boolean {
  return typeof address !== "string" || address.includes("@");
}

function parse(text = "{}"): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Undefined for what is no object. */
function mapValues(value: unknown, map: (value: unknown) => unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, map(entry)]));
}
