import { askEngine } from "../ask/ask-engine";
import type { EngineContext } from "../engine-context";

/**
 * The options of a network without a way out. `internal` takes the route to the world away; but the bridge still has an
 * address there, at which the host's own services would answer, so it gets none.
 * https://docs.docker.com/engine/network/drivers/bridge/#options
 */
export function closedNetwork({ info }: Pick<EngineContext, "info">): {
  readonly internal: true;
  readonly options: Readonly<Record<string, string>>;
} {
  // Podman has no such option, and refuses those that it does not know.
  const options = info.product === "podman" ? {} : { "com.docker.network.bridge.inhibit_ipv4": "true" };
  return { internal: true, options };
}

/** Makes the closed network of a run's own containers; Compose makes others for its project. Resolves to its id. */
export async function createClosedNetwork(context: EngineContext): Promise<string> {
  const { docker, session, signal } = context;
  const { internal, options } = closedNetwork(context);
  const name = session.name("closed");
  const create = () =>
    session.creating(
      docker.createNetwork({
        Name: name,
        Driver: "bridge",
        Internal: internal,
        EnableIPv6: false,
        Options: options,
        Labels: session.labels,
      }),
    );
  const network = await askEngine("make a closed network for your app", signal, create);
  return network.id;
}
