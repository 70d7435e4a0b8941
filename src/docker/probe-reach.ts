import type { HttpAnswer } from "../core/container-engine";
import { askEngine } from "./ask-engine";
import type { EngineContext } from "./engine-context";
import { execIn } from "./exec-in";
import { hasImage } from "./has-image";
import { GET_LIMIT, MOST_BODY } from "./http-get";
import { lookAtContainer } from "./look-at-container";
import { pullImage } from "./pull-image";
import type { Reach } from "./reach";

/** The image that the challenge itself builds on, so it is usually there. */
const PROBE_IMAGE = "python:3.11-slim";

const MEMORY = 128 * 2 ** 20;
/** Milliseconds. The program ends by itself long before, unless the machine is so busy that it does not get to it. */
const EXEC_LIMIT = 10 * GET_LIMIT;

/**
 * One GET by hand, with the same limits as http-get. Prints JSON in the shape of HttpAnswer. The clock rings whatever the app
 * sends: a time-out of the connection begins anew with each byte, and a header or a "100 Continue" may come for ever.
 */
const SCRIPT = `
import http.client, json, signal, sys
host, port, path, limit, most = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
def ring(*_): raise TimeoutError(f"no complete answer within {limit:g} s")
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, limit)
body = b""
try:
    call = http.client.HTTPConnection(host, port)
    call.request("GET", path)
    answer = call.getresponse()
    while len(body) < most:
        part = answer.read1(4096)
        if not part: break
        body += part
    print(json.dumps({"answered": True, "status": answer.status, "body": body[:most].decode("utf-8", "replace")}))
except Exception as error:
    print(json.dumps({"answered": False, "detail": str(error) or type(error).__name__}))
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
      const limits = [String(GET_LIMIT / 1000), String(MOST_BODY)];
      const command = ["python", "-c", SCRIPT, settings.IPAddress, String(port), path, ...limits];
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
  try {
    return JSON.parse(output) as HttpAnswer;
  } catch {
    return { answered: false, detail: output.trim() || "the probe got no answer" };
  }
}
