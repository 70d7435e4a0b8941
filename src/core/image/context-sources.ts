import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { cleanPattern } from "../parse/ignore-samples";
import type { ShellWord } from "../parse/shell-commands";
import type { TextRange } from "../text";
import { copiesOf, type CopiedFiles } from "./copied-files";

/** Something that a COPY or ADD takes out of the build's context. */
export interface ContextSource {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** relative to the context, without slashes around it; `""` for all of it */
  readonly path: string;
  /** the path has wildcards */
  readonly isPattern: boolean;
  /** where the image gets it, where that is known */
  readonly destination: string | undefined;
  readonly range: TextRange;
}

/**
 * What a Dockerfile's stages copy from the context, in order; not what comes from other stages or images, from heredocs,
 * from addresses, or from variables.
 */
export function contextSources(model: DockerfileModel): readonly ContextSource[] {
  const parents = new Set(model.stages.map(({ parent }) => parent));
  const leaves = model.stages.filter((stage) => !parents.has(stage));
  const copies = leaves.flatMap((stage) => copiesOf(model, stage));
  const byInstruction = new Map(copies.map((copy) => [copy.instruction, copy]));
  return [...byInstruction.values()].flatMap((copy) =>
    copy.from === undefined ? copy.sources.flatMap((source) => sourceOf(source, copy)) : [],
  );
}

/** An address, a path out of the context, a text, or what is known in the build only. */
const ELSEWHERE = /[$\\]|^<<|^[a-z][a-z+.-]*:\/\/|^git@|(?:^|\/)\.\.(?:\/|$)/i;

function sourceOf(
  { text, range }: ShellWord,
  { instruction, stage, destination }: CopiedFiles,
): readonly ContextSource[] {
  const written = text.replace(/^(["'])(.*)\1$/, "$2");
  if (ELSEWHERE.test(written)) return [];
  const path = cleanPattern(written.replaceAll("/./", "/")).replace(/(?:^|\/)\.$/, "");
  const all = path === "" || path === "*";
  return [{ instruction, stage, path: all ? "" : path, isPattern: !all && /[*?[]/.test(path), destination, range }];
}

/** The paths that are copied by their name: what no line of an ignore file may hide. */
export function pathsCopied(model: DockerfileModel): readonly string[] {
  const plain = contextSources(model).filter(({ path, isPattern }) => path !== "" && !isPattern);
  return [...new Set(plain.map(({ path }) => path))];
}
