import { userCreationFixes } from "../edit/create-named-user";
import { unknownIn } from "../image/user-known";
import { defineRule } from "../lint/rule";
import type { Instruction, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import { substituted } from "../parse/stage-variables";

/**
 * A USER of the shipped stage or its local parents names a user, or behind a colon a group, that neither the base image
 * has nor a step creates. Numbers need no entry. Silent where the base is unknown, a variable has no value, or users may
 * come from a file, a script or a package. https://docs.docker.com/reference/dockerfile/#user
 */
export const userNotCreated = defineRule({
  id: "user-not-created",
  title: "The user does not exist in the image",
  severity: "error",
  fix: "preferred",
  check: "non-root-user",
  messages: {
    user: {
      observed: "No step creates the user {user}, and the base image does not have it.",
      why: "Docker cannot start anything as somebody whom the image does not know.",
      next: "Create the user before this line, or give a number instead of a name.",
    },
    group: {
      observed: "No step creates the group {group}, and the base image does not have it.",
      why: "Docker cannot start anything with a group that the image does not know.",
      next: "Leave the group out, or create it before this line.",
    },
  },

  dockerfile(subject) {
    const { dockerfile: model, final } = subject;
    return stageChain(final).flatMap((stage) => {
      const unknownOf = unknownIn(model, stage);
      return firstUsers(stage).flatMap((instruction) => {
        const [name = "", group] = substituted(instruction.argument, model, stage, instruction).split(":");
        const named = { name, ...(group !== undefined && { group }) };
        const unknown = name === "" ? undefined : unknownOf?.(named);
        if (!unknown) return [];
        const fixes = userCreationFixes(subject, stage, instruction, { ...named, unknown });
        return [
          { message: unknown, values: { user: name, group: group ?? "" }, range: instruction.argumentRange, fixes },
        ];
      });
    });
  },
});

/** A stage's USER lines; of those that say the same, the first: what is said of it holds for the others. */
function firstUsers({ instructions }: Stage): readonly Instruction[] {
  const users = instructions.filter(({ keyword }) => keyword === "USER");
  return [...new Map(users.toReversed().map((each) => [each.argument, each])).values()].reverse();
}
