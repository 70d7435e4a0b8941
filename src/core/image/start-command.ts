import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { shellCommands, type ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";

/** What a container of a stage starts. */
export interface StartCommand {
  /** the program and its arguments, seen through `sh -c` */
  readonly words: readonly ShellWord[];
  /** whether a shell stands in between */
  readonly shellForm: boolean;
  /** the ENTRYPOINT, the CMD, or both */
  readonly instructions: readonly Instruction[];
}

/**
 * The effective ENTRYPOINT and CMD of a stage. Undefined where neither is set in the file: then it is the base image's.
 * An ENTRYPOINT takes away the CMD that was inherited, and in shell form no CMD is given to it. An empty list, `[]`, sets
 * nothing, and takes away what was set before.
 * https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function startCommand(model: DockerfileModel, stage: Stage): StartCommand | undefined {
  if (!KNOWN.has(stage)) KNOWN.set(stage, readStart(model, stage));
  return KNOWN.get(stage);
}

/** A stage never changes, and many rules ask what the same one starts. */
const KNOWN = new WeakMap<Stage, StartCommand | undefined>();

function readStart(model: DockerfileModel, stage: Stage): StartCommand | undefined {
  const { entrypoint, cmd } = effective(stage);
  if (!entrypoint) return cmd && commandOf([cmd], model);
  return commandOf(cmd && entrypoint.exec ? [entrypoint, cmd] : [entrypoint], model);
}

function effective(stage: Stage): { readonly entrypoint?: Instruction; readonly cmd?: Instruction } {
  let [entrypoint, cmd]: (Instruction | undefined)[] = [];
  for (const link of stageChain(stage).toReversed()) {
    const last = (keyword: string) => link.instructions.findLast((each) => each.keyword === keyword);
    const [ownEntrypoint, ownCmd] = [last("ENTRYPOINT"), last("CMD")];
    if (ownEntrypoint) cmd = ownCmd;
    entrypoint = ownEntrypoint ?? entrypoint;
    cmd = ownCmd ?? cmd;
  }
  const isEmpty = (each: Instruction | undefined): boolean => each?.exec?.length === 0;
  return { ...(entrypoint && !isEmpty(entrypoint) && { entrypoint }), ...(cmd && !isEmpty(cmd) && { cmd }) };
}

function commandOf(instructions: readonly Instruction[], model: DockerfileModel): StartCommand {
  const [first, ...rest] = instructions.map((instruction) => shellCommands(instruction, model));
  // Of several commands in a shell the last one is what keeps running.
  const words = [
    ...(first?.at(-1)?.words ?? []),
    ...rest.flatMap((commands) => commands.flatMap((each) => each.words)),
  ];
  return { words, shellForm: instructions[0]?.exec === undefined, instructions };
}
