import type { DockerfileModel, InstructionFlag, Stage } from "./dockerfile-model";
import { stageNamed, stageReferred } from "./stage-referred";

/** A `COPY --from=` that finds nothing to copy from. */
export interface UnknownCopy {
  /** the stage that it stands in */
  readonly stage: Stage;
  readonly flag: InstructionFlag;
  readonly from: string;
  /** the stage that it names all the same: its own, or one further down */
  readonly target?: Stage;
}

/** Official images that files are often copied from by their bare name. https://hub.docker.com/u/library */
const IMAGES = new Set(
  "alpine bash busybox caddy composer debian docker gcc golang gradle haproxy httpd maven memcached mongo mysql nginx node openjdk perl php postgres python redis ruby rust scratch tomcat traefik ubuntu".split(
    " ",
  ),
);

/**
 * The copies from what is neither a stage above, nor a named context, nor looks like an image (`/`, `:`, `.`, or a
 * well-known one). Those with variables, which Docker refuses by itself, are left out.
 * @param contexts names that the build knows besides, in lower case
 */
export function unknownCopies({ stages }: DockerfileModel, contexts?: ReadonlySet<string>): readonly UnknownCopy[] {
  return stages.flatMap((stage) =>
    stage.instructions.flatMap(({ keyword, flags }) => {
      const flag = keyword === "COPY" ? flags.find(({ name }) => name === "from") : undefined;
      const from = flag?.value;
      if (!flag || !from || /[/:.$"'\\@]/.test(from) || contexts?.has(from.toLowerCase())) return [];
      if (stageReferred(from, stage, stages)) return [];
      const target = /^\d+$/.test(from) ? stages[Number(from)] : stageNamed(from, stages);
      if (!target && IMAGES.has(from.toLowerCase())) return [];
      return [{ stage, flag, from, ...(target && { target }) }];
    }),
  );
}
