import type { ImageConfig } from "../../core/container-engine";
import type { EngineContext } from "../engine-context";
import { healthcheckOf } from "./healthcheck-config";
import { lookAtImage } from "./look-at-image";

/** The image's own configuration. */
export async function inspectImage(context: EngineContext, imageId: string): Promise<ImageConfig> {
  const { Config } = await lookAtImage(context, imageId);
  const healthcheck = healthcheckOf(Config.Healthcheck);
  return { user: Config.User, ...(healthcheck && { healthcheck }) };
}
