import path from "path-browserify";
import { copiesOf, imagePath, type CopiedFiles } from "../image/copied-files";
import type { LateInstall } from "../image/late-installs";
import { pipInstalls } from "../image/pip-install";
import { standsAlone } from "../image/requirements-facts";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { workdirAt } from "../parse/stage-environment";
import { indentOf, keywordLike } from "./keyword-case";
import { deleteLines, firstLineOf, insertAfter, lineEndOf, linesOf, replace } from "./lines";

/**
 * Copies the requirements alone, installs, and copies the source behind that. None where a step in between may need the
 * source, where the requirements are not known or lead to other files, or where a copy is not understood.
 */
export function copyRequirementsFirst(subject: DockerfileSubject, late: LateInstall): Fix | undefined {
  const { file, dockerfile } = subject;
  const wanted = wantedFiles(subject, late);
  if (!wanted || dockerfile.problems.length > 0 || !late.copies.every(isPlain) || !isIndependent(subject, late))
    return undefined;
  const places = takenFrom(subject, late, wanted);
  if (!places) return undefined;
  const lines = linesOf(file);
  const first = firstLineOf(file, dockerfile, late.instruction);
  const gap = (lines[first - 1] ?? "x").trim() === "" ? [""] : [];
  const moved = late.copies.flatMap(({ instruction }) => linesWith(subject, instruction));
  return {
    title: "Copy the requirements first, and the source behind the installation",
    edits: [
      ...late.copies.map((copy) => stays(subject, copy, places.get(copy) ?? [])),
      insertAfter(file, late.instruction, [...gap, ...moved]),
    ],
    preferred: true,
  };
}

/** The files that pip reads, by their paths in the image. */
function wantedFiles({ dockerfile }: DockerfileSubject, { stage, instruction, installs }: LateInstall) {
  const workdir = workdirAt(dockerfile, stage, instruction);
  const words = installs.flatMap((pip) => [...pip.requirementFiles, ...pip.constraintFiles]).map(({ text }) => text);
  if (workdir === undefined || words.some((word) => /[$*`~\\]|:\/\//.test(word))) return undefined;
  return [...new Set(words.map((word) => (word.startsWith("/") ? path.normalize(word) : path.join(workdir, word))))];
}

function isPlain({ instruction, destination, sources }: CopiedFiles): boolean {
  const { exec, heredocs, flags, words } = instruction;
  const isKnown = destination !== undefined && words.every(({ text }) => /^[\w./*@+-]+$/.test(text));
  return (
    isKnown &&
    exec === undefined &&
    heredocs.length === 0 &&
    sources.length > 0 &&
    flags.every(({ name }) => /^(?:chown|chmod|link)$/.test(name))
  );
}

/** Whether nothing from the first of the copies to the installation, this included, looks at what they copy. */
function isIndependent(
  { dockerfile }: DockerfileSubject,
  { stage, instruction, copies, installs }: LateInstall,
): boolean {
  const steps = stage.instructions.slice(
    stage.instructions.indexOf(copies[0].instruction),
    stage.instructions.indexOf(instruction),
  );
  const others = steps.filter((step) => !copies.some((copy) => copy.instruction === step));
  const own = shellCommands(instruction, dockerfile);
  const isPip = (command: ShellCommand) => installs.some((pip) => sameRange(pip.command, command));
  return (
    instruction.heredocs.length === 0 &&
    own.every((command) => isPip(command) || isSystem(command)) &&
    others.every((step) => isSetting(step, copies) || (step.keyword === "RUN" && isSystemStep(step, dockerfile)))
  );
}

function sameRange(one: ShellCommand, other: ShellCommand): boolean {
  return JSON.stringify(one.range) === JSON.stringify(other.range);
}

const SETTINGS = /^(?:ENV|ARG|LABEL|EXPOSE|USER|STOPSIGNAL|HEALTHCHECK|CMD|ENTRYPOINT)$/;

/** What copies no files: a WORKDIR too, unless a relative path of the copies would mean another folder behind it. */
function isSetting(step: Instruction, copies: LateInstall["copies"]): boolean {
  if (step.keyword === "WORKDIR")
    return copies.every(({ instruction }) => instruction.words.at(-1)?.text.startsWith("/") === true);
  if (step.keyword === "COPY" && !step.flags.some(({ name }) => name === "from"))
    return step.words.slice(0, -1).every(({ text }) => /(?:^|\/)(?:requirements|constraints)[\w.-]*\.txt$/.test(text));
  return SETTINGS.test(step.keyword);
}

function isSystemStep(step: Instruction, model: DockerfileSubject["dockerfile"]): boolean {
  const tools = pipInstalls(step, model).filter(
    ({ packages, requirementFiles, editables }) =>
      requirementFiles.length === 0 &&
      editables.length === 0 &&
      packages.every(({ text }) => /^[A-Za-z0-9]/.test(text)),
  );
  const commands = shellCommands(step, model);
  const isTool = (command: ShellCommand) => tools.some((pip) => sameRange(pip.command, command));
  return step.heredocs.length === 0 && commands.every((command) => isTool(command) || isSystem(command));
}

const SYSTEM = /^(?:apt-get|apt|apk|useradd|adduser|groupadd|addgroup)$/;

/** A command about the system, or about caches, that looks at no file of the project. */
function isSystem(command: ShellCommand): boolean {
  const [, ...words] = command.words.map(({ text }) => text);
  const program = programOf(command);
  if (SYSTEM.test(program)) return !words.some((word) => /^\.{0,2}\//.test(word) && !word.startsWith("/usr/sbin"));
  if (program === "rm")
    return words.every((word) => /^-|^(?:\/var\/(?:lib\/apt|cache)|\/root\/\.cache|~\/\.cache)/.test(word));
  return /^pip[\d.]*$/.test(program) && words[0] === "cache";
}

/**
 * Which copy brings which of the files, as paths of the context; files that another copy brings are left out. Undefined
 * where one is brought by none, is hidden from the build, or is not sure to be enough by itself.
 */
function takenFrom({ dockerfile, context, project }: DockerfileSubject, late: LateInstall, wanted: readonly string[]) {
  const before = late.stage.instructions.slice(0, late.stage.instructions.indexOf(late.instruction));
  const copies = copiesOf(dockerfile, late.stage).filter(
    ({ instruction, stage }) => stage !== late.stage || before.includes(instruction),
  );
  const isMoved = (instruction: Instruction) => late.copies.some((copy) => copy.instruction === instruction);
  const taken = new Map<CopiedFiles, string[]>();
  for (const file of wanted) {
    const bringing = copies.filter((copy) => sourceOf(copy, file) !== undefined);
    const by = bringing.find(({ instruction }) => !isMoved(instruction)) ?? bringing.at(-1);
    const source = by && sourceOf(by, file);
    if (!context || !by || source === undefined || context.dockerignore?.ignores(source) === true) return undefined;
    const text = project.files.get(context.folder + source)?.text;
    if (text === undefined || !standsAlone(text)) return undefined;
    const moved = late.copies.find(({ instruction }) => instruction === by.instruction);
    if (moved) taken.set(moved, [...(taken.get(moved) ?? []), source]);
  }
  return taken;
}

/** The path of the context that a copy puts at a path of the image. */
function sourceOf(copy: CopiedFiles, file: string): string | undefined {
  if (copy.destination === undefined) return undefined;
  const inside = path.relative(copy.destination, file);
  return copy.sources
    .flatMap(({ text }) => {
      const plain = path
        .normalize(text)
        .replace(/^(?:\.?\/)+|\/$/g, "")
        .replace(/^\.$/, "");
      return [plain, path.join(plain, inside), path.join(path.dirname(plain), path.basename(file))];
    })
    .map((candidate) => candidate.replace(/^\.\//, ""))
    .find((candidate) => !candidate.startsWith("..") && imagePath(copy, candidate, false) === file);
}

/** What becomes of a copy's place: a copy of the requirements alone, or nothing. */
function stays({ file, dockerfile }: DockerfileSubject, copy: CopiedFiles, sources: readonly string[]): TextEdit {
  const { instruction, destination = "/" } = copy;
  const first = firstLineOf(file, dockerfile, instruction);
  const { end } = instruction.range;
  if (sources.length === 0) return deleteLines(file, first, end.line);
  const flags = instruction.flags.map(({ name, value }) =>
    value === undefined ? ` --${name}` : ` --${name}=${value}`,
  );
  const target = instruction.words.at(-1)?.text ?? ".";
  const head = `${indentOf(file, instruction)}${keywordLike(instruction, "COPY")}${flags.join("")}`;
  const folders = new Map<string, string[]>();
  for (const source of sources) {
    const at = imagePath(copy, source, false) ?? "";
    const folder = path.relative(destination, path.dirname(at));
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  const lines = [...folders].map(([folder, files]) => `${head} ${files.join(" ")} ${within(target, folder)}`);
  return replace({ start: { line: first, character: 0 }, end }, lines.join(lineEndOf(file)));
}

/** A folder below a COPY's target, in the target's own words. */
function within(target: string, folder: string): string {
  if (folder === "" && /(?:^|\/)\.{0,2}$/.test(target)) return target;
  return `${target.replace(/\/$/, "")}/${folder === "" ? "" : `${folder}/`}`;
}

/** The lines of an instruction, with the comments that belong to it. */
function linesWith({ file, dockerfile }: DockerfileSubject, instruction: Instruction): readonly string[] {
  return linesOf(file).slice(firstLineOf(file, dockerfile, instruction), instruction.range.end.line + 1);
}
