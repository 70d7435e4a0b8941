import type { CopiedFiles } from "../image/copied-files";
import { isAlpineTag, pythonVersion } from "../image/official-python";
import { pipInstallWords } from "../image/pip-install-words";
import { rootHomePackages, userInstalls, type UserInstall } from "../image/root-home-packages";
import type { TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { shellCommands, type ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { deleteInstruction, deleteLines, firstLineOf, linesOf, replace } from "./lines";

/**
 * The edits that put packages from root's home where every user can read them: `--user` goes, and packages that another
 * stage hands over are installed below /install there and copied to /usr/local. Empty where none lie there; undefined
 * where the two stages' Pythons differ, or where something else counts on the old place.
 */
export function sharePackages(subject: DockerfileSubject): readonly TextEdit[] | undefined {
  const { file, dockerfile, final } = subject;
  const { installs, copies } = rootHomePackages(dockerfile, final);
  if (installs.length === 0 && copies.length === 0) return [];
  const moves = copies.map((copy) => moveEdits(subject, copy));
  const own = installs.map(({ option }) => withoutWord(subject, option));
  if (moves.some((edits) => edits === undefined) || !installs.every((install) => isInPlace(subject, install)))
    return undefined;
  const paths = uselessPaths(subject);
  const touched = new Set([...copies.map(({ instruction }) => instruction), ...paths]);
  const others = dockerfile.stages.flatMap(({ instructions }) => instructions).filter((each) => !touched.has(each));
  if (others.some(needsOldPlace)) return undefined;
  const gone = paths.map((path) => deleteInstruction(file, path));
  return unique([...moves.flatMap((edits) => edits ?? []), ...own, ...gone]);
}

/** For one COPY: `--prefix=/install` in the stage that it takes from, and the new places here. */
function moveEdits(subject: DockerfileSubject, copy: CopiedFiles): readonly TextEdit[] | undefined {
  const { dockerfile, final } = subject;
  const source = stageOf(dockerfile, copy);
  const [from, to, ...more] = copy.instruction.words;
  if (!source || !from || !to || more.length > 0 || copy.instruction.exec) return undefined;
  if (!/^\/root\/\.local\/?$/.test(from.text) || !/^\/root\/\.local\/?$/.test(to.text)) return undefined;
  if (!haveSamePython(source, final)) return undefined;
  const installs = userInstalls(dockerfile, source);
  if (installs.length === 0 || !installs.every((install) => isInPlace(subject, install))) return undefined;
  // What both stages are built on would have to go to both places.
  if (installs.some((install) => stageChain(final).includes(install.stage))) return undefined;
  if (runsPackages(dockerfile, source, installs)) return undefined;
  return [
    ...installs.map(({ option }) => replace(option.range, "--prefix=/install")),
    replace(from.range, "/install"),
    replace(to.range, "/usr/local"),
  ];
}

/** Whether the option stands in the file as such: in `sh -c "…"` nothing but the whole script has a place. */
function isInPlace({ file }: DockerfileSubject, { option: { range, text } }: UserInstall): boolean {
  return linesOf(file)[range.start.line]?.slice(range.start.character, range.end.character) === text;
}

/** The stage that a COPY takes from, by name or index. */
function stageOf({ stages }: DockerfileModel, { from = "", stage }: CopiedFiles): Stage | undefined {
  const found = /^\d+$/.test(from)
    ? stages[Number(from)]
    : stages.findLast(({ name }) => name?.toLowerCase() === from.toLowerCase());
  return found && found.index < stage.index ? found : undefined;
}

/** Only the official image has its Python in /usr/local, where /install then fits if the version is the same. */
function haveSamePython(one: Stage, other: Stage): boolean {
  const [a, b] = [rootImage(one), rootImage(other)];
  const version = a && pythonVersion(a);
  return version !== undefined && version === (b && pythonVersion(b)) && isAlpineTag(a?.tag) === isAlpineTag(b?.tag);
}

/** Whether a later step of the stage could start or import what lies in /root/.local: it would not find it below /install. */
function runsPackages(model: DockerfileModel, source: Stage, installs: readonly UserInstall[]): boolean {
  const steps = stageChain(source)
    .toReversed()
    .flatMap(({ instructions }) => instructions);
  const own = new Set(installs.map(({ instruction }) => instruction));
  const first = steps.findIndex((step) => own.has(step));
  const isPlain = (step: Instruction): boolean =>
    step.heredocs.length === 0 && shellCommands(step, model).every((command) => pipInstallWords(command) !== undefined);
  return steps.slice(first).some((step) => step.keyword === "RUN" && !isPlain(step));
}

/** ENV lines for nothing but /root/.local/bin in PATH. One with a comment stays with it: it does no harm. */
function uselessPaths({ file, dockerfile, final }: DockerfileSubject): readonly Instruction[] {
  return stageChain(final).flatMap(({ instructions }) =>
    instructions.filter((instruction) => {
      const [pair, ...more] = instruction.pairs;
      if (instruction.keyword !== "ENV" || !pair || more.length > 0 || pair.name !== "PATH") return false;
      if (firstLineOf(file, dockerfile, instruction) < instruction.range.start.line) return false;
      return /^["']?(\/root\/\.local\/bin:\$(PATH|\{PATH\})|\$(PATH|\{PATH\}):\/root\/\.local\/bin)["']?$/.test(
        pair.value ?? "",
      );
    }),
  );
}

/** Whether an instruction other than those that the edits change speaks of the old place; a PATH may. */
function needsOldPlace({ keyword, argument, heredocs, pairs }: Instruction): boolean {
  const isPath = keyword === "ENV" && pairs.every(({ name, value }) => name === "PATH" || !value?.includes(".local"));
  return !isPath && [argument, ...heredocs].some((text) => /(\/root|~|\$HOME|\$\{HOME\})\/\.local/.test(text));
}

/** Takes a word out with the white space in front of it, or with its line where nothing else stands there. */
function withoutWord({ file, dockerfile }: DockerfileSubject, { range, text }: ShellWord): TextEdit {
  const { line, character } = range.start;
  const whole = linesOf(file)[line] ?? "";
  if (whole.trim().replace(dockerfile.escape, "").trim() === text) return deleteLines(file, line, line);
  const space = /[ \t]*$/.exec(whole.slice(0, character))?.[0].length ?? 0;
  return replace({ start: { line, character: character - space }, end: range.end }, "");
}

/** Two COPYs may come from one stage. */
function unique(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
