import type { HttpAnswer } from "../../core/running-container";
import type { EngineContext } from "../engine-context";
import { httpGet } from "./http-get";
import { lookAtContainer } from "./look-at-container";
import { probeReach } from "./probe-reach";

/** Where a container's port can be asked. */
export interface ContainerPort {
  readonly containerId: string;
  /** inside the container; published by the engine on 127.0.0.1 with a port of its choice */
  readonly port: number;
}

export interface Reach {
  /** One GET with a limit of 3 s and 64 KiB; does not follow redirects. What the engine cannot do is an EngineFault. */
  get(target: ContainerPort, path: string, signal: AbortSignal): Promise<HttpAnswer>;
}

/**
 * From here by the published port; where the engine is on another machine, or the app's network leads nowhere, from a probe
 * container beside the app.
 */
export function reachOf(context: Omit<EngineContext, "reach">): Reach {
  return context.local && !context.enclosure ? publishedPortReach(context) : probeReach(context);
}

function publishedPortReach({ docker }: Pick<EngineContext, "docker">): Reach {
  return {
    async get({ containerId, port }, path, signal) {
      const { State, NetworkSettings } = await lookAtContainer(docker, containerId, signal);
      const published = NetworkSettings.Ports?.[`${port}/tcp`]?.[0]?.HostPort;
      if (!State.Running) return { answered: false, detail: "the container is not running" };
      if (!published) return { answered: false, detail: `port ${port} of the container is not published` };
      // The published port is asked anew each time: it changes when the container restarts.
      return httpGet({ host: "127.0.0.1", port: Number(published), path, signal });
    },
  };
}
