import type { EnvironmentItem } from "./item";

/** Client and engine must speak one version of the API. Engine 29 refuses below 1.44, which Docker 24 does not reach. */
export const versions: EnvironmentItem = {
  id: "versions",
  title: "Client and engine fit together",
  judge({ client, engine }) {
    if (!client || !engine.answers) return { status: "unknown", observed: "Not both of them could be asked." };
    const { minApiVersion } = engine;
    if (minApiVersion !== undefined && compare(client.apiVersion, minApiVersion) < 0) {
      return {
        status: "problem",
        observed: `The client speaks API ${client.apiVersion}, and the engine asks for ${minApiVersion} or newer.`,
        why: "The engine refuses a client that is too old.",
        next: "Update the docker command: with Docker Desktop, or from Docker's package repository.",
      };
    }
    return { status: "ok", observed: `Client ${client.version} and engine ${engine.version} understand each other.` };
  },
};

function compare(one: string, other: string): number {
  const [a = 0, b = 0] = one.split(".").map(Number);
  const [c = 0, d = 0] = other.split(".").map(Number);
  return a - c || b - d;
}
