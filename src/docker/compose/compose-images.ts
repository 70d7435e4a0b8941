import type { ComposeProject } from "../../core/container-engine";
import type { EngineContext } from "../engine-context";
import { hasImage } from "../image/has-image";
import { tryPull } from "../image/pull-image";

/**
 * Gets the images of a project that the engine lacks. The messages are of those that do not exist, one each; none means that
 * all are there. Throws EngineFault where the registry cannot be reached.
 */
export async function getImages(context: EngineContext, project: ComposeProject): Promise<readonly string[]> {
  const images = Object.values(project.services).flatMap(({ image }) => (typeof image === "string" ? [image] : []));
  const messages: string[] = [];
  for (const image of new Set(images)) {
    if (await hasImage(context, image)) continue;
    const pull = await tryPull(context, image);
    if (!pull.pulled) messages.push(`${image}: ${pull.message}`);
  }
  return messages;
}
