import type { Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { isOfficialPython } from "./official-python";

/** Whether the image that a stage comes from is sure to work in `/`: Python's own, or a plain system. */
export function worksInRoot(stage: Stage): boolean {
  const image = rootImage(stage);
  if (!image) return false;
  return isOfficialPython(image) || /^(?:alpine|buildpack-deps|debian|ubuntu)$/.test(image.repository);
}
