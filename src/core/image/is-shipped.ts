import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import type { ContextSource } from "./context-sources";
import { copiesOf } from "./copied-files";

/**
 * Whether what a COPY takes gets into the image that is shipped: it stands in the final stage or in a parent of it, or the
 * final stage copies the folder that it goes to, or one above. False where the destination is not known.
 */
export function isShipped({ stage, destination }: ContextSource, model: DockerfileModel, final: Stage): boolean {
  if (stageChain(final).includes(stage)) return true;
  if (destination === undefined) return false;
  const folder = withSlash(destination);
  return copiesOf(model, final).some(
    ({ from, sources }) =>
      from !== undefined &&
      isStage(from, stage, model) &&
      sources.some(({ text }) => text.startsWith("/") && folder.startsWith(withSlash(text))),
  );
}

/** By name without case, of which the last stage counts, or by index. */
function isStage(from: string, stage: Stage, { stages }: DockerfileModel): boolean {
  const named = /^\d+$/.test(from)
    ? stages[Number(from)]
    : stages.findLast(({ name }) => name?.toLowerCase() === from.toLowerCase());
  return named !== undefined && stageChain(named).includes(stage);
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
