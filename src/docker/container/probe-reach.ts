import type { HttpAnswer } from "../../core/running-container";
import { askEngine } from "../ask/ask-engine";
import type { EngineContext } from "../engine-context";
import { execIn } from "./exec-in";
import { hasImage } from "../image/has-image";
import { GET_LIMIT, MOST_BODY, NO_WORD } from "./http-get";
import { lookAtContainer } from "./look-at-container";
import { pullImage } from "../image/pull-image";
import type { Reach } from "./reach";

/** The image that the challenge itself builds on, so it is usually there. */
const PROBE_IMAGE = "python:3.11-slim";

const MEMORY = 128 * 2 ** 20;
/** Milliseconds. The program ends by itself long before, unless the machine is so busy that it does not get to it. */
const EXEC_LIMIT = 10 * GET_LIMIT;

/** Milliseconds for which the program knocks again where nothing listens yet, which costs less than starting it anew. */
const PATIENCE = 1_000;

/**
 * One GET by hand, with the limits and the words of http-get: the official images carry no compiled modules, so each one that it imports
 * would be compiled at every call. HTTP 1.0 has no chunks. Prints the status and, below it, the body; or a dash and what happened.
 * The clock rings whatever the app sends: a time-out of the connection begins anew with each byte, and a header or a
 * "100 Continue" may come for ever.
 */
const SCRIPT = `
import signal, socket, sys, time
host, port, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
limit, patience, most = float(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6])
def ring(*_): raise TimeoutError(f"no complete answer within {limit:g} s")
def connect():
    late = time.monotonic() + patience
    while True:
        signal.setitimer(signal.ITIMER_REAL, limit)
        try: return socket.create_connection((host, port))
        except ConnectionRefusedError:
            if time.monotonic() > late: raise
            time.sleep(0.05)
def length(head):
    lines = (line.partition(b":") for line in head.split(b"\\r\\n"))
    return min((int(value) for name, _, value in lines if name.lower() == b"content-length"), default=most)
def answer(call):
    got = b""
    while True:
        head, end, body = got.partition(b"\\r\\n\\r\\n")
        if end:
            status = int(head.split(b" ", 2)[1])
            if status < 200:
                got = body
                continue
            if len(body) >= min(most, length(head)): return status, body
        if not end and len(got) > most: raise OSError("its headers have no end")
        part = call.recv(65536)
        if end and not part: return status, body
        if not part: raise ConnectionResetError()
        got += part
signal.signal(signal.SIGALRM, ring)
try:
    call = connect()
    call.sendall(f"GET {path} HTTP/1.0\\r\\nHost: {host}:{port}\\r\\nConnection: close\\r\\n\\r\\n".encode())
    status, body = answer(call)
    sys.stdout.buffer.write(f"{status}\\n".encode() + body[:most])
except (ConnectionRefusedError, ConnectionResetError): print("- ${NO_WORD}")
except Exception as error: print("-", str(error) or type(error).__name__)
`;

/**
 * Asks from a container of ours in the app's own network, by the app's address there and not in its namespace: an app
 * that listens on loopback only must stay unreachable, as it is by a published port.
 */
export function probeReach(context: Omit<EngineContext, "reach">): Reach {
  const { docker } = context;
  const probes = new Map<string, Promise<string>>();
  const probeIn = (network: string, signal: AbortSignal) => {
    const probe = probes.get(network) ?? startProbe(context, network, signal);
    probes.set(network, probe);
    probe.catch(() => probes.delete(network));
    return probe;
  };
  return {
    async get({ containerId, port }, path, signal) {
      const { State, NetworkSettings } = await lookAtContainer(docker, containerId, signal);
      const [network, settings] =
        Object.entries(NetworkSettings.Networks ?? {}).find(([, each]) => each.IPAddress) ?? [];
      if (!State.Running) return { answered: false, detail: "the container is not running" };
      if (!network || !settings) return { answered: false, detail: "the container has no network" };
      const probe = await probeIn(network, signal);
      const limits = [GET_LIMIT / 1000, PATIENCE / 1000, MOST_BODY].map(String);
      const command = ["python", "-I", "-S", "-c", SCRIPT, settings.IPAddress, String(port), path, ...limits];
      const { output } = await execIn(docker, probe, { command, signal, limitMs: EXEC_LIMIT });
      return answerOf(output);
    },
  };
}

async function startProbe(
  context: Omit<EngineContext, "reach">,
  network: string,
  signal: AbortSignal,
): Promise<string> {
  const { docker, session } = context;
  if (!(await hasImage({ docker, signal }, PROBE_IMAGE))) await pullImage(context, PROBE_IMAGE);
  const container = await askEngine("start a probe beside your app", signal, () =>
    session.creating(
      docker.createContainer({
        Image: PROBE_IMAGE,
        // It outlives no run for long, even where removal is not reached.
        Cmd: ["sleep", "3600"],
        User: "65534",
        Labels: session.labels,
        Healthcheck: { Test: ["NONE"] },
        HostConfig: {
          NetworkMode: network,
          Memory: MEMORY,
          MemorySwap: MEMORY,
          PidsLimit: 32,
          ReadonlyRootfs: true,
          CapDrop: ["ALL"],
          SecurityOpt: ["no-new-privileges"],
        },
      }),
    ),
  );
  await askEngine("start a probe beside your app", signal, () => container.start());
  return container.id;
}

function answerOf(output: string): HttpAnswer {
  const [, status, body = ""] = /^(\d{3})\n([^]*)$/.exec(output) ?? [];
  if (status !== undefined) return { answered: true, status: Number(status), body };
  return { answered: false, detail: output.replace(/^- /, "").trim() || "the probe got no answer" };
}
