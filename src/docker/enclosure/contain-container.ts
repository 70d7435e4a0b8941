import type Dockerode from "dockerode";
import type { ContainmentLimits } from "./containment";

/**
 * What a container that starts as root needs to give root up: it makes its data folder over to a user, and becomes that
 * user. The official Redis image does so. All four end at the container's own files and processes.
 */
const TO_LEAVE_ROOT: readonly string[] = ["CHOWN", "DAC_OVERRIDE", "SETGID", "SETUID"];

/** Half of what a trusted run has: whoever forks without end keeps the machine less busy. */
const PROCESSES = 128;
/** One processor; what is graded starts in a second or two on it. */
const PROCESSORS = 1;
/** Nothing answers here, so that no name is looked up outside: some engines forward such questions from closed networks too. */
const NO_RESOLVER = "127.0.0.1";

type Limits = Pick<ContainmentLimits, "fileBytes">;

/** The limits of a container of untrusted work, whoever starts it. */
interface ContainerRules {
  readonly capabilities: readonly string[];
  readonly fileBytes: number;
}

function rulesFor(user: string, limits: Limits): ContainerRules {
  return { capabilities: startsAsRoot(user) ? TO_LEAVE_ROOT : [], fileBytes: limits.fileBytes };
}

/** Whether a user, as configured, may be root; a name is looked up by the engine and not here. */
function startsAsRoot(user: string): boolean {
  const [name = ""] = user.split(":");
  return name === "" || name === "root" || /^0+$/.test(name);
}

/**
 * For a container made through the engine's API. `user` is as the image or the request has it; empty for root. A second name of
 * root's gets no capability back: nobody needs it for anything good.
 */
export function containedHost(user: string, limits: Limits): Dockerode.HostConfig {
  const { capabilities, fileBytes } = rulesFor(user, limits);
  return {
    CapDrop: ["ALL"],
    CapAdd: [...capabilities],
    SecurityOpt: ["no-new-privileges"],
    NanoCpus: PROCESSORS * 1e9,
    PidsLimit: PROCESSES,
    Ulimits: [
      { Name: "fsize", Soft: fileBytes, Hard: fileBytes },
      { Name: "core", Soft: 0, Hard: 0 },
    ],
    Dns: [NO_RESOLVER],
  };
}

/** The same for a service of a Compose project; laid over the service's own keys. */
export function containedService(user: string, limits: Limits): Readonly<Record<string, unknown>> {
  const { capabilities, fileBytes } = rulesFor(user, limits);
  return {
    cap_drop: ["ALL"],
    cap_add: capabilities,
    security_opt: ["no-new-privileges:true"],
    cpus: PROCESSORS,
    pids_limit: PROCESSES,
    memswap_limit: "512m",
    shm_size: "64m",
    ulimits: { fsize: fileBytes, core: 0 },
    dns: [NO_RESOLVER],
  };
}
