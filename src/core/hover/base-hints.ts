import type { DockerfileModel } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import type { Position } from "../text";

export interface BaseHint {
  /** where to show it: right behind the image's name */
  readonly position: Position;
  /** the image that the name comes down to */
  readonly image: string;
  readonly tooltip: string;
}

/** What each FROM comes down to, where its words do not say so: variables put in, earlier stages followed to their image. */
export function baseHints(dockerfile: DockerfileModel): readonly BaseHint[] {
  return dockerfile.stages.flatMap((stage) => {
    const image = rootImage(stage)?.text;
    if (image === undefined || image === stage.from) return [];
    const tooltip = stage.parent
      ? `This stage builds on the stage ${stage.from}, and that one comes from ${image}.`
      : `With the values that the file itself gives, this is ${image}. A build may set others with --build-arg.`;
    return [{ position: stage.fromRange.end, image, tooltip }];
  });
}
