import { COURSE } from "../course";
import { isSlim } from "../parse/is-slim";
import { rootImage, rootStage } from "../parse/root-image";
import type { Check } from "./check";
import { unreadableDockerfile } from "./dockerfile-exists";

const WHY =
  "The final base decides most of the image's size. The full Python image brings compilers and tools that a running app never uses.";

/** The final stage's root image, through local parents and ARG defaults, is a slim one. */
export const slimBase: Check = {
  id: "slim-base",
  judgeFiles(parsed) {
    const unreadable = unreadableDockerfile(parsed);
    const stage = parsed.dockerfile?.stages.at(-1);
    if (unreadable || !parsed.dockerfile || !stage) return unreadable;
    const root = rootStage(stage);
    const image = rootImage(stage);
    const location = { file: parsed.dockerfile.path, range: root.fromRange };
    if (!image) {
      return {
        status: "failed",
        observed: `It cannot be told which image ${root.from} stands for: its ARG has no default.`,
        why: WHY,
        next: `Give the ARG a default, for instance ${COURSE.finalBase}, or write the image after FROM.`,
        location,
      };
    }
    const slim = isSlim(image);
    if (slim) {
      const asked = image.repository === "python" && image.tag === COURSE.finalBase.split(":")[1];
      const remark = asked ? "" : ` The challenge asks for ${COURSE.finalBase}; another small image passes as well.`;
      return {
        status: "passed",
        observed: `The final image starts from ${image.text}.${remark}`,
        evidence: { base: image.text },
      };
    }
    const found = slim === false ? "a full image" : "which is not known to be a slim image";
    return {
      status: "failed",
      observed: `The final image starts from ${image.text}, ${found}; expected ${COURSE.finalBase}.`,
      why: WHY,
      next: `Let the last stage start with FROM ${COURSE.finalBase}.`,
      location,
      evidence: { base: image.text },
    };
  },
};
