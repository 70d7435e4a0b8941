import type { FaultText } from "../../core/container-engine";
import * as texts from "./build-fault-texts";
import { hostsIn, isOwnHost, isPublicIndex } from "./build-hosts";

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

export const FAILED: FailureKind = { kind: "failed" };

/**
 * Tells the learner's mistakes from the machine's troubles. An image, tag or package that does not exist is a mistake; one
 * that could not be asked for is trouble.
 */
export function classifyFailure({ message, output, fromSubmission }: FailureText): FailureKind {
  const printed = output.join("\n");
  if (ENGINE_GONE.test(message)) return fault(texts.engineGone(message));
  if (DISK_FULL.test(message) || DISK_FULL.test(printed)) return fault(texts.DISK_FULL);
  if (NO_MEMORY.test(message)) return fault(texts.NO_MEMORY);
  if (NO_SANDBOX.test(message)) return fault(texts.noSandbox(message));
  const trouble = INSTRUCTION.test(message) ? printedTrouble(printed) : spokenTrouble(message);
  if (trouble) return fault(trouble);
  return fromSubmission || SUBMISSION.test(message) ? FAILED : fault(texts.unknownTrouble(message));
}

/** The connection to the engine, and BuildKit's session over it, in the words of docker, buildx and gRPC. */
const ENGINE_GONE = new RegExp(
  [
    ...[
      "cannot connect to the docker daemon",
      "error during connect",
      "docker\\.sock: connect:",
      "write: broken pipe$",
    ],
    ...["code = Unavailable", "error reading from server: EOF", "closing transport", "client connection is closing"],
    ...[
      "no active session",
      "no local sources enabled",
      "listing workers",
      "failed to list workers",
      "failed to dial gRPC",
    ],
    ...["driver not connecting", "error reading server preface", "http2: ", "PROTOCOL_ERROR", "FRAME_SIZE_ERROR"],
    ...["malformed HTTP", "malformed MIME", "unable to upgrade to", "grpc: (failed|error|received)", "code = Internal"],
  ].join("|"),
  "i",
);
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
  if (LIMITED.test(message)) return texts.rateLimited(message);
  if (CREDENTIALS.test(message)) return texts.credentials(message);
  const hosts = hostsIn(message);
  // ADD http://localhost/… can never work, whatever the network.
  if (hosts.length > 0 && hosts.every(isOwnHost)) return undefined;
  return NO_CONNECTION.test(message) || SERVER_ERROR.test(message) ? texts.unreachable(message) : undefined;
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
  if (LIMITED.test(printed)) return texts.rateLimited(printed);
  return PRINTED_TROUBLE.test(printed) || SERVER_ERROR.test(printed) ? texts.unreachable(printed) : undefined;
}

function fault(text: FaultText): FailureKind {
  return { kind: "fault", text };
}
