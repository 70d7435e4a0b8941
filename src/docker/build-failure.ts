import type { FaultText } from "../core/container-engine";
import { hostsIn, isPublicIndex } from "./build-hosts";

/** How a build ended, as text. */
export interface FailureText {
  /** the engine's own last message */
  readonly message: string;
  /** what the failing instruction printed, oldest first */
  readonly output: readonly string[];
  /** whether the engine named a step or a line of the Dockerfile; where it did not, the build never got to the learner's work */
  readonly fromSubmission: boolean;
}

/** `failed`: the submission causes it. `fault`: the machine, its network, or a service on the network does. */
export type FailureKind = { readonly kind: "failed" } | { readonly kind: "fault"; readonly text: FaultText };

/**
 * Tells the learner's mistakes from the machine's troubles. An image, tag or package that does not exist is a mistake; one
 * that could not be asked for is trouble.
 */
export function classifyFailure({ message, output, fromSubmission }: FailureText): FailureKind {
  const printed = output.join("\n");
  if (ENGINE_GONE.test(message)) return fault(engineGone(message));
  if (DISK_FULL.test(message) || DISK_FULL.test(printed)) return fault(DISK);
  if (NO_MEMORY.test(message)) return fault(MEMORY);
  if (NO_SANDBOX.test(message)) return fault(noSandbox(message));
  const trouble = INSTRUCTION.test(message) ? printedTrouble(printed) : spokenTrouble(message);
  if (trouble) return fault(trouble);
  return fromSubmission || SUBMISSION.test(message) ? { kind: "failed" } : fault(unknownTrouble(message));
}

const ENGINE_GONE =
  /cannot connect to the docker daemon|error during connect|code = Unavailable|error reading from server: EOF|closing transport|client connection is closing|no active session|docker\.sock: connect:|write: broken pipe$/i;
const DISK_FULL = /no space left on device|disk quota exceeded|\bENOSPC\b/i;
const NO_MEMORY = /cannot allocate memory|signal: killed/;
/** The engine could not make the container that a RUN works in: its bridge is gone, or its control groups are. */
const NO_SANDBOX =
  /did not complete successfully: (?!exit code)[^]*?(failed to create endpoint|container networking|to bridge \S+ failed|iptables|cgroup)/i;
/** A RUN that ended with an exit code: what it printed decides. The second is the classic builder's wording. */
const INSTRUCTION = /did not complete successfully|returned a non-zero code/;
const SUBMISSION =
  /parse error|failed to read dockerfile|failed to parse|unknown instruction|error from sender|not found|denied|unauthorized/i;

/** What Go programs (the engine, BuildKit) say when a connection does not come about. */
const NO_CONNECTION =
  /no such host|dial (tcp|udp|unix)|i\/o timeout|connection refused|connection reset|handshake timeout|context deadline exceeded|Client\.Timeout|network is unreachable|no route to host|server misbehaving|proxyconnect|x509:|tls: |: EOF$|unexpected EOF/i;
const LIMITED = /toomanyrequests|too many requests|rate limit|\b429\b/i;
const SERVER_ERROR =
  /(status|HTTP)[^\n]{0,200}?\b5\d\d (Internal|Bad Gateway|Service Unavailable|Gateway|Origin)|HTTP status: 5\d\d|\b50[0234] (Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time)/i;
const CREDENTIALS = /error getting credentials|docker-credential-|incorrect username or password/i;

function spokenTrouble(message: string): FaultText | undefined {
  if (LIMITED.test(message)) return rateLimited(message);
  if (CREDENTIALS.test(message)) return credentials(message);
  const hosts = hostsIn(message);
  // ADD http://localhost/… can never work, whatever the network.
  if (hosts.length > 0 && hosts.every(isOwnHost)) return undefined;
  return NO_CONNECTION.test(message) || SERVER_ERROR.test(message) ? unreachable(message) : undefined;
}

/** What pip, apt, apk, npm, curl and the like print when the network fails them. */
const PRINTED_TROUBLE =
  /temporary failure (in name resolution|resolving)|failed to establish a new connection|name or service not known|could not resolve|could not connect|network is unreachable|no route to host|connection (timed out|reset by peer|refused|broken)|connecttimeout|readtimeout|read timed out|newconnectionerror|proxyerror|sslerror|certificate[ _]verify[ _]failed|temporary error \(try again later\)|network error \(check|\b(EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNRESET|ECONNREFUSED)\b|bad address|curl: \((5|6|7|28|35|56|60)\)/i;
const PACKAGE_TOOL =
  /^(WARNING: Retrying \(Retry|ERROR: Could not (find a version|install packages)|\s*(Err|Ign):\d+ |W: Failed to fetch|E: (Failed to fetch|Unable to (locate|fetch))|npm (ERR!|error)|(WARNING|ERROR): (fetch|unable to select|.*dl-cdn)|fetch https?:)/m;

function printedTrouble(printed: string): FaultText | undefined {
  const hosts = hostsIn(printed).filter((host) => !isOwnHost(host));
  // A host that the learner asks for by hand may be misspelt; an index that packages come from is known to be there.
  const index = PACKAGE_TOOL.test(printed) || hosts.some(isPublicIndex);
  if (!index) return undefined;
  if (LIMITED.test(printed)) return rateLimited(printed);
  return PRINTED_TROUBLE.test(printed) || SERVER_ERROR.test(printed) ? unreachable(printed) : undefined;
}

/** The build's own loopback, or a service of Compose: never there while an image is built. */
function isOwnHost(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?|[^.]+)$/.test(host);
}

function fault(text: FaultText): FailureKind {
  return { kind: "fault", text };
}

const NOT_COUNTED = "Images and packages come from the network. This is not counted against your work.";

function unreachable(text: string): FaultText {
  const place = hostsIn(text).find((host) => !isOwnHost(host)) ?? "a server on the network";
  return {
    observed: `The build could not reach ${place}: ${tellingLine(text)}`,
    why: NOT_COUNTED,
    next: "Check your internet connection, VPN or proxy (and the host's name, if you wrote it yourself), then run the checks again.",
  };
}

function rateLimited(text: string): FaultText {
  const place = hostsIn(text)[0] ?? "The registry";
  return {
    observed: `${place} limits how often you may download: ${tellingLine(text)}`,
    why: NOT_COUNTED,
    next: "Wait a while, or sign in with `docker login` to get a higher limit, then run the checks again.",
  };
}

function credentials(message: string): FaultText {
  return {
    observed: `Docker could not use the credentials that it has for a registry: ${tellingLine(message)}`,
    why: NOT_COUNTED,
    next: "Run `docker logout`, or `docker login` with the right password, then run the checks again.",
  };
}

function engineGone(message: string): FaultText {
  return {
    observed: `The connection to the Docker engine was lost during the build: ${tellingLine(message)}`,
    why: "Docker was stopped or restarted, or ran out of memory. This is not counted against your work.",
    next: "Check that Docker runs (`docker version`), then run the checks again.",
  };
}

function noSandbox(message: string): FaultText {
  return {
    observed: `Docker could not make the container that this step runs in: ${tellingLine(message)}`,
    why: "The engine's own network or limits are at fault. This is not counted against your work.",
    next: "Restart Docker, then run the checks again.",
  };
}

function unknownTrouble(message: string): FaultText {
  return {
    observed: `Docker could not start the build: ${tellingLine(message)}`,
    why: "It never got to your Dockerfile, so this says nothing about your work.",
    next: "Try `docker build .` in a terminal to see its own messages, then run the checks again.",
  };
}

const DISK: FaultText = {
  observed: "The disk of the Docker engine is full.",
  why: "A build needs room for its layers. This is not counted against your work.",
  next: "Make room with `docker system df` and `docker builder prune`, then run the checks again.",
};

const MEMORY: FaultText = {
  observed: "The Docker engine ran out of memory during the build.",
  why: "The machine, not your Dockerfile, sets that limit. This is not counted against your work.",
  next: "Close other programs, or give Docker more memory in its settings, then run the checks again.",
};

/** The line that says most: the first that tells of the trouble, cut to a readable length. */
function tellingLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const telling = lines.find((line) =>
    [LIMITED, CREDENTIALS, PRINTED_TROUBLE, NO_CONNECTION, SERVER_ERROR].some((each) => each.test(line)),
  );
  const line = telling ?? lines.find((each) => each !== "") ?? "";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
