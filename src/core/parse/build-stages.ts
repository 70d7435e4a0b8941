import type { EscapeCharacter, Instruction, Stage } from "./dockerfile-model";
import { lex } from "./shell-lex";

export interface BuiltStages {
  readonly globalArgs: ReadonlyMap<string, string | undefined>;
  readonly stages: readonly Stage[];
  /** the instructions before the first FROM */
  readonly preamble: readonly Instruction[];
  /** instructions other than ARG before the first FROM */
  readonly orphans: readonly Instruction[];
}

/** Without a build's own --platform, these are what BuildKit gives; a machine's real ones do not matter to the rules. */
const PLATFORM_ARGS: ReadonlyMap<string, string> = new Map(
  ["BUILD", "TARGET"].flatMap((side) => [
    [`${side}PLATFORM`, "linux/amd64"],
    [`${side}OS`, "linux"],
    [`${side}ARCH`, "amd64"],
    [`${side}VARIANT`, ""],
  ]),
);

/** Groups instructions into stages and finds each one's parent. */
export function buildStages(instructions: readonly Instruction[], escape: EscapeCharacter): BuiltStages {
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === "FROM");
  const preamble = firstFrom === -1 ? instructions : instructions.slice(0, firstFrom);
  const globalArgs = readGlobalArgs(preamble, escape);
  const lookup = (name: string) => globalArgs.get(name) ?? PLATFORM_ARGS.get(name);

  const stages: Stage[] = [];
  const named = new Map<string, Stage>();
  for (const group of groupsOf(instructions.slice(preamble.length))) {
    const stage = makeStage(group, stages.length, named, (from) => lex(from, { escape, lookup }));
    stages.push(stage);
    if (stage.name !== undefined) named.set(stage.name.toLowerCase(), stage);
  }
  return { globalArgs, stages, preamble, orphans: preamble.filter(({ keyword }) => keyword !== "ARG") };
}

/** Each FROM with what follows it. */
function groupsOf(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const groups: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") groups.push([instruction]);
    else groups.at(-1)?.push(instruction);
  }
  return groups;
}

function makeStage(
  instructions: readonly Instruction[],
  index: number,
  named: ReadonlyMap<string, Stage>,
  substitute: (from: string) => ReturnType<typeof lex>,
): Stage {
  const [from] = instructions;
  const [image, as, name] = from?.words ?? [];
  const substituted = substitute(image?.text ?? "");
  const resolvedFrom = substituted.ok && substituted.text !== "" ? substituted.text : undefined;
  // BuildKit keeps names in lower case and looks FROM's up as written, so `FROM Base` never finds the stage Base.
  const parent = resolvedFrom === undefined ? undefined : named.get(resolvedFrom);
  return {
    index,
    ...(name && /^as$/i.test(as?.text ?? "") && { name: name.text }),
    from: image?.text ?? "",
    ...(resolvedFrom !== undefined && { resolvedFrom }),
    ...(parent && { parent }),
    fromRange: image?.range ?? from?.keywordRange ?? NOWHERE,
    instructions,
  };
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function readGlobalArgs(
  preamble: readonly Instruction[],
  escape: EscapeCharacter,
): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  const lookup = (name: string) => values.get(name) ?? PLATFORM_ARGS.get(name);
  for (const { name, value } of preamble.flatMap(({ pairs }) => pairs)) {
    const substituted = value === undefined ? undefined : lex(value, { escape, lookup });
    values.set(name, substituted?.ok ? substituted.text : undefined);
  }
  return values;
}
