import { type ContainerEngine, EngineFault } from "../core/container-engine";
export function composeEngine(_: unknown): Pick<ContainerEngine, "resolveCompose" | "startCompose"> {
  const no = () => Promise.reject(new EngineFault({ observed: "placeholder", why: "", next: "" }));
  return { resolveCompose: no, startCompose: no };
}
