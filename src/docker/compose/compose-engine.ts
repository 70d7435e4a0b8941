import type { ContainerEngine } from "../../core/container-engine";
import { resolveCompose } from "./compose-resolve";
import { startCompose } from "./compose-start";
import type { EngineContext } from "../engine-context";

/** The port's half that is answered with `docker compose`. */
export function composeEngine(context: EngineContext): Pick<ContainerEngine, "resolveCompose" | "startCompose"> {
  return {
    resolveCompose: (file, judged) => resolveCompose(context, file, judged),
    startCompose: (request) => startCompose(context, request),
  };
}
