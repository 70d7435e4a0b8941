import type { DockerfileModel, Instruction, Stage } from "./dockerfile-model";
import { lex } from "./shell-lex";
import { stageChain } from "./stage-chain";

/**
 * A text of a stage with the variables that are set where it stands put in: the ENV and ARG lines of the local parents and of
 * the stage up to `before`, ARG defaults taken for what a build would give. Undefined where a variable has no value.
 */
export function substituted(
  text: string,
  model: DockerfileModel,
  stage: Stage,
  before?: Instruction,
): string | undefined {
  const values = variablesAt(model, stage, before);
  let missing = false;
  const lookup = (name: string) => {
    const value = values.get(name);
    missing ||= value === undefined && !text.includes(`{${name}:-`);
    return value;
  };
  const result = lex(text, { escape: model.escape, lookup });
  return result.ok && !missing ? result.text : undefined;
}

function variablesAt(model: DockerfileModel, stage: Stage, before?: Instruction): ReadonlyMap<string, string> {
  const env = new Map<string, string>();
  const args = new Map<string, string>();
  for (const link of stageChain(stage).toReversed()) {
    // An ARG ends with its stage; an ENV goes on.
    args.clear();
    for (const instruction of link.instructions) {
      if (instruction === before) break;
      const target = instruction.keyword === "ENV" ? env : instruction.keyword === "ARG" ? args : undefined;
      if (target) set(target, instruction, model, (name) => env.get(name) ?? args.get(name));
    }
  }
  return new Map([...args, ...env]);
}

function set(
  target: Map<string, string>,
  { pairs }: Instruction,
  model: DockerfileModel,
  lookup: (name: string) => string | undefined,
): void {
  for (const { name, value } of pairs) {
    const result = value === undefined ? undefined : lex(value, { escape: model.escape, lookup });
    const text = result?.ok ? result.text : model.globalArgs.get(name);
    if (text !== undefined) target.set(name, text);
  }
}
