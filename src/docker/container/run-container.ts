import type Dockerode from "dockerode";
import type { RunRequest } from "../../core/container-engine";
import type { RunningContainer } from "../../core/running-container";
import { askEngine, statusOf } from "../ask/ask-engine";
import { containedHost } from "../enclosure/contain-container";
import type { Enclosure } from "../enclosure/enclosure";
import type { EngineContext } from "../engine-context";
import { wordsOf } from "../ask/faults";
import { healthConfig } from "../image/healthcheck-config";
import { lookAtImage } from "../image/look-at-image";
import { neverStarted } from "./never-started";
import { runningContainer } from "./running-container";

/** What a container of a submission may take of the machine; Compose services get the same. */
export const CONTAINER_LIMITS = {
  memoryBytes: 512 * 2 ** 20,
  processes: 256,
  log: { driver: "json-file", options: { "max-size": "5m", "max-file": "1" } },
} as const;

/**
 * Creates and starts a container of an image. A container that ends at once, or whose command or user the image does not
 * have, is not an error here: its state and its log say so.
 * @param closedNetwork gives the network of an untrusted run, by name or id
 */
export async function runContainer(
  context: EngineContext,
  request: RunRequest,
  closedNetwork: () => Promise<string>,
): Promise<RunningContainer> {
  const { docker, session, signal, enclosure } = context;
  const host = enclosure ? await containedPart(context, request, enclosure, closedNetwork) : publishedPart(request);
  const options = containerOptions(context, request, host);
  const create = () => orRefusal(session.creating(docker.createContainer(options)));
  const container = await askEngine("create a container of your image", signal, create);
  if (typeof container === "string") return neverStarted(container);
  const refusal = await askEngine("start a container of your image", signal, () =>
    orRefusal<unknown>(container.start()),
  );
  if (typeof refusal === "string") return neverStarted(refusal);
  return runningContainer({ ...context, id: container.id, port: request.port });
}

/** An empty port lets the engine choose a free one. */
function publishedPart({ port }: RunRequest): Dockerode.HostConfig {
  return { PortBindings: { [portKey(port)]: [{ HostIp: "127.0.0.1", HostPort: "" }] } };
}

async function containedPart(
  context: EngineContext,
  { imageId }: RunRequest,
  { limits }: Enclosure,
  closedNetwork: () => Promise<string>,
): Promise<Dockerode.HostConfig> {
  const { Config } = await lookAtImage(context, imageId);
  return { ...containedHost(Config.User, limits), NetworkMode: await closedNetwork() };
}

function portKey(port: number): string {
  return `${port}/tcp`;
}

function containerOptions(
  context: EngineContext,
  request: RunRequest,
  host: Dockerode.HostConfig,
): Dockerode.ContainerCreateOptions {
  const { memoryBytes, processes, log } = CONTAINER_LIMITS;
  return {
    Image: request.imageId,
    Labels: context.session.labels,
    ExposedPorts: { [portKey(request.port)]: {} },
    ...(request.healthcheck && { Healthcheck: healthConfig(request.healthcheck, context.traits.hasStartInterval) }),
    HostConfig: {
      Memory: memoryBytes,
      // No swap on top, with which a leak would slow the machine down instead of ending.
      MemorySwap: memoryBytes,
      PidsLimit: processes,
      ...host,
      RestartPolicy: { Name: "no" },
      LogConfig: { Type: log.driver, Config: log.options },
    },
  };
}

/** What the engine says where the image itself is at fault: no command, one that is not there, a user that it lacks. */
const OF_THE_IMAGE =
  /no command specified|exec: |executable file not found|exec format error|unable to find (user|group)|no matching entries in (passwd|group)|is not a directory|exec user process/i;

/** The program that is missing is one of the engine's own. */
const OF_THE_RUNTIME = /exec: "?([^"]*\/)?(runc|crun|containerd|docker-init|nvidia-container)/i;

/** The engine's words instead of an error, where what it refuses is the image's doing. */
async function orRefusal<T>(request: Promise<T>): Promise<T | string> {
  try {
    return await request;
  } catch (error) {
    const words = wordsOf(error);
    if (statusOf(error) !== undefined && OF_THE_IMAGE.test(words) && !OF_THE_RUNTIME.test(words))
      return engineWords(error);
    throw error;
  }
}

/** Without `(HTTP code 400) bad parameter - `, which the client puts before the engine's own words. */
function engineWords(error: unknown): string {
  return wordsOf(error).replace(/^\(HTTP code \d+\) [^-]*- /, "");
}
