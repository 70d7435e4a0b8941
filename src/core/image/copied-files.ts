import path from "path-browserify";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { argumentRanges } from "../parse/argument-ranges";
import type { ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { workdirAt } from "../parse/stage-environment";
import { substituted } from "../parse/stage-variables";

/** What one COPY or ADD puts where. */
export interface CopiedFiles {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** the value of `--from`; without one, the files come from the build context */
  readonly from?: string;
  /** as written, quotes of JSON taken off; heredocs are none */
  readonly sources: readonly ShellWord[];
  /** absolute, with `/` behind where it is a folder; undefined where nobody can tell */
  readonly destination: string | undefined;
  readonly chown?: string;
}

/** The COPY and ADD instructions of a stage's chain in the order of the build, parents first. */
export function copiesOf(model: DockerfileModel, stage: Stage): readonly CopiedFiles[] {
  return stageChain(stage)
    .toReversed()
    .flatMap((link) => {
      const own = KNOWN.get(link) ?? ownCopies(model, link);
      KNOWN.set(link, own);
      return own;
    });
}

/** A stage never changes, and many rules ask for the copies of the same one. */
const KNOWN = new WeakMap<Stage, readonly CopiedFiles[]>();

function ownCopies(model: DockerfileModel, stage: Stage): readonly CopiedFiles[] {
  return stage.instructions.flatMap((instruction) =>
    instruction.keyword === "COPY" || instruction.keyword === "ADD" ? copyOf(instruction, model, stage) : [],
  );
}

function copyOf(instruction: Instruction, model: DockerfileModel, stage: Stage): readonly CopiedFiles[] {
  const words = operands(instruction);
  const target = words.at(-1);
  if (!target || words.length < 1) return [];
  const sources = words.slice(0, -1).filter(({ text }) => !text.startsWith("<<"));
  const flag = (name: string) => instruction.flags.find((each) => each.name === name)?.value;
  const [from, chown] = [flag("from"), flag("chown")];
  const destination = destinationOf(target.text, sources.length > 1, model, stage, instruction);
  return [
    {
      instruction,
      stage,
      sources,
      destination,
      ...(from !== undefined && { from }),
      ...(chown !== undefined && { chown }),
    },
  ];
}

function operands(instruction: Instruction): readonly ShellWord[] {
  if (!instruction.exec) return instruction.words.map(({ text, range }) => ({ text, range }));
  const toRange = argumentRanges(instruction);
  const strings = [...instruction.argument.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return instruction.exec.map((text, index) => {
    const at = strings[index]?.index ?? 0;
    return { text, range: toRange(at + 1, at + (strings[index]?.[0].length ?? 2) - 1) };
  });
}

function destinationOf(
  written: string,
  isSeveral: boolean,
  model: DockerfileModel,
  stage: Stage,
  instruction: Instruction,
): string | undefined {
  const text = written.includes("$")
    ? substituted(written, model, stage, instruction)
    : written.replace(/^(["'])(.*)\1$/, "$2");
  if (text === "" && written !== "") return undefined;
  const workdir = text.startsWith("/") ? "/" : workdirAt(model, stage, instruction);
  if (workdir === undefined) return undefined;
  const absolute = path.join(workdir, text);
  const isFolder = isSeveral || /(^|\/)\.{0,2}$/.test(text);
  return isFolder && !absolute.endsWith("/") ? `${absolute}/` : absolute;
}

/**
 * Where a path of the build context lands in the image by a copy; undefined where the copy does not take it. What a folder
 * holds is copied, not the folder itself.
 * @param contextPath relative to the context, with `/`, none behind
 */
export function imagePath(copy: CopiedFiles, contextPath: string, isFolder: boolean): string | undefined {
  if (copy.from !== undefined || copy.destination === undefined) return undefined;
  for (const { text } of copy.sources) {
    const found = landing(text, copy.destination, contextPath, isFolder, copy.sources.length > 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function landing(source: string, destination: string, contextPath: string, isFolder: boolean, isSeveral: boolean) {
  if (/\$|:\/\//.test(source)) return undefined;
  const plain = path.normalize(`/${source}`).slice(1).replace(/\/$/, "");
  if (plain === "" || contextPath.startsWith(`${plain}/`)) {
    const inside = plain === "" ? contextPath : contextPath.slice(plain.length + 1);
    return path.join(destination, inside);
  }
  if (plain === contextPath) {
    if (isFolder) return destination.replace(/(.)\/$/, "$1");
    return destination.endsWith("/") || isSeveral ? path.join(destination, path.basename(plain)) : destination;
  }
  return landingOfPattern(plain, destination, contextPath, isFolder);
}

/** `*.py`, `src/*`: each path that matches is copied as if it were named; of a folder that matches, what it holds. */
function landingOfPattern(pattern: string, destination: string, contextPath: string, isFolder: boolean) {
  if (!/[*?[]/.test(pattern)) return undefined;
  const parts = contextPath.split("/");
  const depth = pattern.split("/").length;
  const matched = parts.slice(0, depth).join("/");
  if (parts.length < depth || !wildcard(pattern).test(matched)) return undefined;
  if (parts.length > depth) return path.join(destination, ...parts.slice(depth));
  return isFolder ? destination.replace(/(.)\/$/, "$1") : path.join(destination, path.basename(matched));
}

/** Go's filepath.Match as far as files of a challenge need it: `*`, `?` and classes, none of them across a slash. */
function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\*+/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /(?!)/;
  }
}
