import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { lex } from "./shell-lex";
import { stageChain } from "./stage-chain";

/**
 * A text of a stage, quotes taken off, with the variables put in that are set where it stands: the ENV and ARG lines of the
 * local parents and of the stage up to `before`. A variable that nothing sets is empty, as in a build; what the base image
 * itself sets is not known. What cannot be read stays as it is.
 */
export function substituted(text: string, model: DockerfileModel, stage: Stage, before?: Instruction): string {
  // Most texts hold nothing to put in, and a long file has many of them.
  if (!/["'$]/.test(text) && !text.includes(model.escape)) return text;
  const values = variablesAt(model, stage, before);
  const result = lex(text, { escape: model.escape, lookup: (name) => values.get(name) });
  return result.ok ? result.text : text;
}

/** To BuildKit, ENV and ARG set one and the same kind of variable: the later line wins, and child stages inherit both. */
function variablesAt(model: DockerfileModel, stage: Stage, before?: Instruction): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      if (instruction === before) return values;
      if (instruction.keyword === "ENV") setEnv(values, instruction, model);
      if (instruction.keyword === "ARG") setArgs(values, instruction, model);
    }
  }
  return values;
}

/** The values of one ENV line are read before any of them is set: in `ENV A=1 B=$A`, B gets what A was before. */
function setEnv(values: Map<string, string>, { pairs }: Instruction, { escape }: DockerfileModel): void {
  const before = new Map(values);
  for (const { name, value = "" } of pairs) {
    const result = lex(value, { escape, lookup: (other) => before.get(other) });
    if (result.ok) values.set(name, result.text);
  }
}

/** An ARG without a value takes the one of the global ARG, or leaves the variable as it is. */
function setArgs(values: Map<string, string>, { pairs }: Instruction, { escape, globalArgs }: DockerfileModel): void {
  for (const { name, value } of pairs) {
    const result = value === undefined ? undefined : lex(value, { escape, lookup: (other) => values.get(other) });
    const text = result?.ok ? result.text : globalArgs.get(name);
    if (text !== undefined) values.set(name, text);
  }
}
