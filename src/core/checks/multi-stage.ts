import { copiesAcross } from "../parse/copies-across";
import type { DockerfileModel } from "../parse/dockerfile-model";
import { lineRange } from "../text";
import type { Check, Verdict } from "./check";
import { unreadableDockerfile } from "./dockerfile-exists";

const WHY =
  "The builder may be as big as it likes: what is not copied out of it, compilers for instance, is never shipped.";

/** The final stage takes files from an earlier stage. */
export const multiStage: Check = {
  id: "multi-stage",
  judgeFiles: (parsed) => unreadableDockerfile(parsed) ?? (parsed.dockerfile && judgeStages(parsed.dockerfile)),
};

function judgeStages(model: DockerfileModel): Verdict {
  const { sources, unused } = copiesAcross(model);
  if (sources.length > 0) {
    const names = sources.map((stage) => stage.name ?? `number ${stage.index}`).join(", ");
    return {
      status: "passed",
      observed: `The final stage copies files from the earlier stage ${names}.`,
      evidence: { stages: model.stages.length },
    };
  }
  const [idle] = unused;
  const final = model.stages.at(-1);
  return {
    status: "failed",
    observed: idle
      ? `There are ${model.stages.length} FROM lines, but nothing is taken from ${idle.name ? `the stage ${idle.name}` : "the first stage"}.`
      : "The final image is built in a single stage.",
    why: WHY,
    next: idle
      ? `Copy what the app needs out of it: COPY --from=${idle.name ?? idle.index} …`
      : "Install the packages in a first stage (FROM … AS builder), begin a second one with a slim image, and take the packages over with COPY --from=builder.",
    location: {
      file: model.path,
      range: (idle ?? final)?.fromRange ?? lineRange(0),
    },
  };
}
