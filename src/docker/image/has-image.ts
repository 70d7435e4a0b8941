import { statusOf } from "../ask/ask-engine";
import { askTwice } from "../ask/ask-twice";
import type { EngineContext } from "../engine-context";

/** Whether the engine has an image, by name or id. */
export async function hasImage(
  { docker, signal }: Pick<EngineContext, "docker" | "signal">,
  image: string,
): Promise<boolean> {
  const inspect = async () => {
    try {
      await docker.getImage(image).inspect();
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  };
  return askTwice("look for an image", signal, inspect);
}
