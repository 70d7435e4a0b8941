import type { RootStep } from "../image/root-step";
import type { Fix } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction, Stage } from "../parse/dockerfile-model";
import { indentOf, keywordLike } from "./keyword-case";
import { deleteLines, firstLineOf, insertAfter, insertBefore, linesOf } from "./lines";

/** They do the same whoever USER names: files that COPY and ADD bring belong to root anyway. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set([
  ...["ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "ONBUILD", "SHELL"],
  ...["STOPSIGNAL"],
]);

/**
 * Lets steps of one stage that need root have it, a fix for each of them. Where nothing but such steps, and what is the
 * same for all users, stands between USER and the last of them, USER moves behind it with its comment. Else a USER root
 * comes in front of the one step, and the other user back behind it.
 */
export function rootForSteps(subject: DockerfileSubject, stage: Stage, steps: readonly RootStep[]): readonly Fix[] {
  const instructions = new Set(steps.map(({ instruction }) => instruction));
  const moves = new Map<Instruction, Fix | undefined>();
  for (const { under } of steps)
    if (under && !moves.has(under)) moves.set(under, moveFix(subject, stage, under, instructions));
  return steps.map((step) => (step.under && moves.get(step.under)) ?? wrapFix(subject, step));
}

/** USER goes behind the last of the steps that it makes fail; undefined where a step in between would change by that. */
function moveFix(
  { file, dockerfile }: DockerfileSubject,
  { instructions }: Stage,
  user: Instruction,
  rootSteps: ReadonlySet<Instruction>,
): Fix | undefined {
  const behind = instructions.slice(instructions.indexOf(user) + 1);
  const next = behind.findIndex(({ keyword }) => keyword === "USER");
  const ruled = next === -1 ? behind : behind.slice(0, next);
  const end = ruled.findLastIndex((each) => rootSteps.has(each));
  const last = ruled[end];
  if (!last || !ruled.slice(0, end).every((each) => SAME_FOR_ALL.has(each.keyword) || rootSteps.has(each)))
    return undefined;
  const first = firstLineOf(file, dockerfile, user);
  const lines = linesOf(file).slice(first, user.range.end.line + 1);
  return {
    title: "Move USER below the steps that need root",
    edits: [deleteLines(file, first, user.range.end.line), insertAfter(file, last, lines)],
    preferred: true,
  };
}

function wrapFix({ file, dockerfile }: DockerfileSubject, { instruction, under, user }: RootStep): Fix {
  const indent = indentOf(file, instruction);
  const keyword = keywordLike(instruction, "USER");
  return {
    title: `Do this step as root, and go on as ${user}`,
    edits: [
      insertBefore(file, dockerfile, instruction, [`${indent}${keyword} root`]),
      insertAfter(file, instruction, [`${indent}${keyword} ${under?.argument ?? user}`]),
    ],
    preferred: true,
  };
}
