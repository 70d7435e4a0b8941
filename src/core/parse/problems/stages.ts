import type { DockerfileModel, Instruction, ParseProblem, Stage } from "../dockerfile-model";
import { parseImageReference } from "../image-reference";
import { lex, type LexOptions } from "../shell-lex";
import { isPlatform } from "./platform";

type Staged = Pick<DockerfileModel, "stages" | "globalArgs" | "escape">;

/** Refuses bases that cannot be one, with ARG values put in, and copies from stages that do not stand before. */
export function stageProblems(model: Staged): readonly ParseProblem[] {
  return model.stages.flatMap((stage) => [
    ...baseProblems(stage, model),
    ...stage.instructions.flatMap((instruction) => copyFromProblems(instruction, stage, model)),
  ]);
}

function baseProblems(stage: Stage, { globalArgs, escape }: Staged): readonly ParseProblem[] {
  const [from] = stage.instructions;
  if (!from || stage.from === "") return [];
  const platform = from.flags.find(({ name }) => name === "platform");
  const options: LexOptions = {
    escape,
    lookup: (name) => globalArgs.get(name) ?? (/^(?:BUILD|TARGET)PLATFORM$/.test(name) ? "linux/amd64" : undefined),
  };
  return [
    ...(platform?.value !== undefined ? platformProblems(platform.value, platform.range, options) : []),
    ...imageProblems(stage, options),
  ];
}

function platformProblems(value: string, range: ParseProblem["range"], options: LexOptions): readonly ParseProblem[] {
  const platform = lex(value, options);
  if (!platform.ok) return [{ message: `Docker cannot read ${value}: ${platform.reason}.`, range }];
  if (platform.text === "" || isPlatform(platform.text)) return [];
  return [
    {
      message: `"${platform.text}" is no platform. Docker takes system/processor, such as linux/amd64; most files need no --platform.`,
      range,
    },
  ];
}

function imageProblems(stage: Stage, options: LexOptions): readonly ParseProblem[] {
  const range = stage.fromRange;
  const base = lex(stage.from, options);
  if (!base.ok) return [{ message: `Docker cannot read ${stage.from}: ${base.reason}.`, range }];
  if (base.text === "" && stage.resolvedFrom === undefined) {
    const message = `${stage.from} has no value, so there is no image to start from. Give it one before the first FROM, as in ARG BASE=python:3.11-slim, or name the image here.`;
    return [{ message, range }];
  }
  const image = stage.resolvedFrom ?? base.text;
  if (stage.parent || image === "scratch" || parseImageReference(image)) return [];
  const text = image === stage.from ? inLowerCase(image) : undefined;
  return [{ message: notAnImage(image), range, ...(text !== undefined && { meant: { range, text } }) }];
}

/** An image's name in lower case, where that is all that is wrong with it. */
function inLowerCase(image: string): string | undefined {
  const lower = image.toLowerCase();
  return lower !== image && parseImageReference(lower) ? lower : undefined;
}

function notAnImage(image: string): string {
  const lower = inLowerCase(image);
  if (lower !== undefined) {
    return `Names of images are in lower case: ${lower} instead of ${image}. (Names of stages are looked up in lower case too.)`;
  }
  return `"${image}" cannot be an image. A name with a tag looks like python:3.11-slim, without spaces.`;
}

function copyFromProblems(instruction: Instruction, stage: Stage, { stages, escape }: Staged): readonly ParseProblem[] {
  const flag = instruction.keyword === "COPY" ? instruction.flags.find(({ name }) => name === "from") : undefined;
  if (!flag?.value) return [];
  const { value, range } = flag;
  const problem = (message: string): readonly ParseProblem[] => [{ message, range }];

  const plain = lex(value, { escape, lookup: () => undefined });
  if (!plain.ok || plain.text !== value)
    return problem("--from takes no variable. Name a stage with FROM … AS builder, and write --from=builder.");
  const index = /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
  if (index !== undefined && !stages[index])
    return problem(
      `There is no stage number ${value}: they are counted from 0, and there ${stages.length === 1 ? "is 1" : `are ${stages.length}`} here.`,
    );
  const source =
    index === undefined ? stages.findLast(({ name }) => name?.toLowerCase() === value.toLowerCase()) : stages[index];
  if (!source) return value === "scratch" || parseImageReference(value) ? [] : problem(notAnImage(value));
  if (source === stage)
    return problem(`This copies from the stage that it stands in. Name the earlier stage that has the files.`);
  if (source.index > stage.index)
    return problem(`The stage "${value}" comes further down. Files can only be copied from a stage above this one.`);
  return [];
}
