import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { rootImage } from "./root-image";
import { stageChain } from "./stage-chain";
import { substituted } from "./stage-variables";

export interface EffectiveUser {
  /** as USER names it, variables put in; `root` where no USER is set, or one that comes to nothing */
  readonly user: string;
  /** the USER line that counts */
  readonly instruction?: Instruction;
  /** no USER is set, and the base image has a user of its own that is not root */
  readonly fromBase: boolean;
}

/** The user that a container of a stage starts as, as far as the file says: the last USER of the stage or its local parents. */
export function effectiveUser(model: DockerfileModel, stage: Stage): EffectiveUser {
  for (const link of stageChain(stage)) {
    const instruction = link.instructions.findLast(({ keyword }) => keyword === "USER");
    if (!instruction) continue;
    const user = substituted(instruction.argument, model, link, instruction);
    return { user: user === "" ? "root" : user, instruction, fromBase: false };
  }
  return { user: "root", fromBase: hasOwnUser(stage) };
}

/** Chainguard's image to build others on, the one that starts as root. */
const ROOT_BY_DESIGN = "chainguard/wolfi-base";

/** Distroless images with the tag `nonroot`, and Chainguard's, do not start as root. https://edu.chainguard.dev/chainguard/chainguard-images/ */
function hasOwnUser(stage: Stage): boolean {
  const image = rootImage(stage);
  if (!image || image.repository === ROOT_BY_DESIGN) return false;
  const isTagged = (image.tag ?? "").split("-").includes("nonroot");
  return isTagged || image.host === "cgr.dev" || image.repository.startsWith("chainguard/");
}

/** Whether a USER is root in any spelling: the name (`Root` is another), or a number that is zero; a group does not matter. */
export function isRootUser(user: string): boolean {
  const [name = ""] = user.split(":");
  return name === "root" || name === "" || /^0+$/.test(name);
}
