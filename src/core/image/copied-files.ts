import path from "path-browserify";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { argumentRanges } from "../parse/argument-ranges";
import { rootImage } from "../parse/root-image";
import type { ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { workdirAt } from "../parse/stage-environment";
import { substituted } from "../parse/stage-variables";
import { baseFamily } from "./base-family";
import { KnownFolders } from "./known-folders";

export { imagePath } from "./image-path";

/** What one COPY or ADD puts where. */
export interface CopiedFiles {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** the value of `--from`; without one, the files come from the build context */
  readonly from?: string;
  /** quotes taken off, variables as written; heredocs are none */
  readonly sources: readonly ShellWord[];
  /** absolute, with `/` behind where it is a folder; undefined where nobody can tell */
  readonly destination: string | undefined;
  readonly chown?: string;
}

/** A stage never changes, and many rules ask for the copies of the same one. */
const KNOWN = new WeakMap<Stage, readonly CopiedFiles[]>();

/** The COPY and ADD instructions of a stage's chain in the order of the build, parents first. */
export function copiesOf(model: DockerfileModel, stage: Stage): readonly CopiedFiles[] {
  const copies = KNOWN.get(stage) ?? readCopies(model, stage);
  KNOWN.set(stage, copies);
  return copies;
}

function readCopies(model: DockerfileModel, stage: Stage): readonly CopiedFiles[] {
  const image = rootImage(stage);
  const family = image && baseFamily(image);
  const folders = new KnownFolders(family === "debian" || family === "alpine");
  const copies: CopiedFiles[] = [];
  for (const link of stageChain(stage).toReversed()) {
    for (const instruction of link.instructions) {
      folders.follow(instruction, model, link);
      const copy = /^(COPY|ADD)$/.test(instruction.keyword) ? copyOf(instruction, model, link, folders) : undefined;
      if (!copy) continue;
      copies.push(copy);
      const { destination } = copy;
      if (destination !== undefined) folders.add(destination.endsWith("/") ? destination : path.dirname(destination));
    }
  }
  return copies;
}

function copyOf(
  instruction: Instruction,
  model: DockerfileModel,
  stage: Stage,
  folders: KnownFolders,
): CopiedFiles | undefined {
  const words = operands(instruction);
  const target = words.at(-1);
  if (!target) return undefined;
  const sources = words.slice(0, -1).filter(({ text }) => !text.startsWith("<<"));
  const flag = (name: string) => instruction.flags.find((each) => each.name === name)?.value;
  const [from, chown] = [flag("from"), flag("chown")];
  const absolute = placeOf(target.text, model, stage, instruction);
  // Several things cannot be copied to anything but a folder.
  const isFolder = absolute !== undefined && (words.length > 2 || folders.has(absolute));
  return {
    instruction,
    stage,
    sources: sources.map(({ text, range }) => ({ text: withoutQuotes(text), range })),
    destination: isFolder ? absolute.replace(/\/?$/, "/") : absolute,
    ...(from !== undefined && { from }),
    ...(chown !== undefined && { chown }),
  };
}

function operands(instruction: Instruction): readonly ShellWord[] {
  if (!instruction.exec) return instruction.words;
  const toRange = argumentRanges(instruction);
  const strings = [...instruction.argument.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return instruction.exec.map((text, index) => {
    const at = strings[index]?.index ?? 0;
    return { text, range: toRange(at + 1, at + (strings[index]?.[0].length ?? 2) - 1) };
  });
}

/** The destination made absolute; a slash behind it says that it is a folder, and so do `.` and `..` */
function placeOf(written: string, model: DockerfileModel, stage: Stage, instruction: Instruction): string | undefined {
  const text = substituted(written, model, stage, instruction);
  if (text === "" && written !== "") return undefined;
  const workdir = text.startsWith("/") ? "/" : workdirAt(model, stage, instruction);
  if (workdir === undefined) return undefined;
  const absolute = path.join(workdir, text);
  return /(^|\/)\.{0,2}$/.test(text) ? absolute.replace(/\/?$/, "/") : absolute;
}

function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
