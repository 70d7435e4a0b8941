import { release } from "node:os";
import type { EnvironmentReport } from "../../core/environment/environment-report";
import { judgeEnvironment } from "../../core/environment/judge-environment";
import type { MachineFacts } from "../../core/environment/machine-facts";
import { findDockerProgram } from "../../docker/command/docker-program";
import { thisMachine } from "../../docker/endpoint/this-machine";
import { askEngineFacts } from "./ask-engine-facts";
import { askProgram, type AskOptions } from "./ask-program";
import { findPython } from "./find-python";
import { lookAtPort } from "./look-at-port";

/**
 * Looks at everything that the course needs of this machine. Programs that are missing or hang are results, not errors.
 * Rejects only with the signal's reason. @param now milliseconds since 1970
 */
export async function checkEnvironment({
  env,
  signal,
  now,
}: AskOptions & { readonly now: () => number }): Promise<EnvironmentReport> {
  const facts = await machineFacts({ env, signal });
  return { at: new Date(now()).toISOString(), items: judgeEnvironment(facts) };
}

/** Finds the facts out, what does not depend on one another at the same time. */
export async function machineFacts(options: AskOptions): Promise<MachineFacts> {
  const system = process.platform === "win32" ? "windows" : process.platform === "darwin" ? "mac" : "linux";
  const found = findDockerProgram(thisMachine(options.env));
  const docker = { ...options, env: found.env };
  const ask = (...args: readonly string[]) =>
    found.program === undefined ? undefined : askProgram(found.program, args, docker);
  const engine = await askEngineFacts(options);
  const { published, ...engineFacts } = engine;
  const [client, buildx, compose, oldCompose, python, git, port5000, port6379, windows] = await Promise.all([
    ask("version", "--format", "{{.Client.Version}} {{.Client.APIVersion}}"),
    ask("buildx", "version"),
    ask("compose", "version", "--short"),
    askProgram("docker-compose", ["version", "--short"], docker),
    findPython(system, options),
    askProgram("git", ["--version"], options),
    lookAtPort(5000, system, published, options),
    lookAtPort(6379, system, published, options),
    system === "windows" ? windowsFacts(options) : {},
  ]);
  const [, version, apiVersion] = /^v?(\S+) (\d+\.\d+)/m.exec(client ?? "") ?? [];
  const buildxVersion = /\bv?(\d+\.\d+\.\d+)/.exec(buildx ?? "")?.[1];
  const composeVersion = /^v?(\d+\.\d+\S*)/m.exec(compose ?? "")?.[1];
  const gitVersion = /git version (\S+)/.exec(git ?? "")?.[1];
  return {
    system,
    isWsl: system === "linux" && /microsoft/i.test(release()),
    arch: process.arch,
    ...engineFacts,
    ...(found.program !== undefined && { dockerProgram: found.program }),
    ...(version !== undefined && apiVersion !== undefined && { client: { version, apiVersion } }),
    ...(buildxVersion !== undefined && { buildx: buildxVersion }),
    ...(composeVersion !== undefined && { compose: composeVersion }),
    hasOldCompose: oldCompose !== undefined,
    ...(python && { python }),
    ...(gitVersion !== undefined && { git: gitVersion }),
    ports: { 5000: port5000, 6379: port6379 },
    ...windows,
  };
}

async function windowsFacts(options: AskOptions): Promise<Pick<MachineFacts, "wsl" | "virtualisation">> {
  const asks = ["HypervisorPresent", "VirtualizationFirmwareEnabled"] as const;
  const query = `$c=Get-CimInstance Win32_ComputerSystem;$p=Get-CimInstance Win32_Processor;"$($c.${asks[0]}) $($p.${asks[1]})"`;
  const [wsl, virtualisation] = await Promise.all([
    askProgram("wsl.exe", ["--version"], options),
    askProgram("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", query], options),
  ]);
  const version = /(\d+\.\d+\.\d+)/.exec(wsl ?? "")?.[1] ?? "";
  // with a hypervisor running, the processor's own answer is False although it is on
  return { wsl: version, ...(virtualisation !== undefined && { virtualisation: /True/.test(virtualisation) }) };
}
