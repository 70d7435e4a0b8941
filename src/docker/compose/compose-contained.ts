import type { ComposeProject } from "../../core/container-engine";
import { closedNetwork } from "../enclosure/closed-network";
import { containedService } from "../enclosure/contain-container";
import type { EngineContext } from "../engine-context";
import { lookAtImage } from "../image/look-at-image";

/**
 * The project of a trusted run with the limits of an untrusted one: its networks lead nowhere, its containers have no powers. Its
 * images must be in the engine, because they say who a service starts as.
 */
export async function containProject(context: EngineContext, project: ComposeProject): Promise<ComposeProject> {
  const { enclosure } = context;
  if (!enclosure) return project;
  const { internal, options } = closedNetwork(context);
  const closed = { internal, driver: "bridge", enable_ipv6: false, driver_opts: options };
  const names = Object.keys(project.networks ?? {});
  const services = await Promise.all(
    Object.entries(project.services).map(async ([name, service]) => {
      const user = await userOf(context, service);
      return [name, { ...service, ...containedService(user, enclosure.limits) }] as const;
    }),
  );
  return {
    ...project,
    services: Object.fromEntries(services),
    networks: Object.fromEntries(names.map((name) => [name, closed])),
  };
}

/** Who a service starts as: its own key has the first word, then its image. */
async function userOf(context: EngineContext, { user, image }: Readonly<Record<string, unknown>>): Promise<string> {
  if (typeof user === "string" && user !== "") return user;
  if (typeof image !== "string") return "";
  const { Config } = await lookAtImage(context, image);
  return Config.User;
}
