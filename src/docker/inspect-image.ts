import type { ImageConfig } from "../core/container-engine";
import { askEngine } from "./ask-engine";
import type { EngineContext } from "./engine-context";
import { healthcheckOf } from "./healthcheck-config";

/** The image's own configuration. */
export async function inspectImage({ docker, signal }: EngineContext, imageId: string): Promise<ImageConfig> {
  const { Config } = await askEngine("look at the image", signal, () => docker.getImage(imageId).inspect());
  const healthcheck = healthcheckOf(Config.Healthcheck);
  return { user: Config.User ?? "", ...(healthcheck && { healthcheck }) };
}
