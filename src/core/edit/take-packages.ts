import { isAlpineTag, isOfficialPython, pythonVersion } from "../image/official-python";
import { pipInstallWords } from "../image/pip-install-words";
import { pipStep, type PipStep } from "../image/pip-step";
import { systemPackages } from "../image/requirements-facts";
import { requirementsOf } from "../image/works-without";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { shellCommands } from "../parse/shell-commands";
import { stageNamed } from "../parse/stage-referred";
import { indentOf, keywordLike } from "./keyword-case";
import { insertAfter, insertBefore, replace } from "./lines";

/** Where the packages lie between the stages, unless the stage has a place of its own. */
const PREFIX = "/install";

/**
 * Lets the final stage take the packages that an unused stage installs, instead of installing the very same again. None
 * unless both have the same Python, and each installs in one step of the same kind, or the final one not at all.
 */
export function takePackages(subject: DockerfileSubject, stage: Stage): Fix | undefined {
  const { dockerfile, final } = subject;
  const [[install, ...several], own] = [installsOf(stage, dockerfile), installsOf(final, dockerfile)];
  if (!install?.install || several.length > 0 || own.length > 1 || !own.every((step) => step && isSame(step, install)))
    return undefined;
  const prefix = install.prefix ?? PREFIX;
  const isPlace = /^\/[\w./-]+$/.test(prefix) && !/^\/(?:usr|root)\b/.test(prefix);
  if (!isPlace || !sharePython(stage, final) || systemPackages(requirementsOf(subject, install)).length > 0)
    return undefined;
  if (install.prefix === undefined && stage.instructions.at(-1) !== install.instruction) return undefined;
  const isNamed = stage.name !== undefined && stageNamed(stage.name, dockerfile.stages) === stage;
  const take = takeEdit(subject, `--from=${isNamed ? stage.name : stage.index} ${prefix} /usr/local`, own[0]);
  const { end } = install.install;
  const put = install.prefix === undefined ? [replace({ start: end, end }, ` --prefix=${PREFIX}`)] : [];
  return take && { title: `Take the packages from ${stage.name ?? `stage ${stage.index}`}`, edits: [...put, take] };
}

/** The steps of a stage that install packages, undefined for one that is not understood; those that renew pip are left out. */
function installsOf({ instructions }: Stage, model: DockerfileModel): readonly (PipStep | undefined)[] {
  const steps = instructions.flatMap((each): readonly (PipStep | undefined)[] => {
    const isPip = each.keyword === "RUN" && shellCommands(each, model).some((command) => pipInstallWords(command));
    return isPip ? [pipStep(each, model)] : [];
  });
  return steps.filter((step) => !step || step.install !== undefined);
}

function isSame(one: PipStep, other: PipStep): boolean {
  const key = ({ files, packages }: PipStep) => JSON.stringify([files, packages].map((names) => names.toSorted()));
  return one.prefix === undefined && key(one) === key(other);
}

/** The official Python of one version on one C library, whose packages lie in /usr/local. */
function sharePython(one: Stage, other: Stage): boolean {
  const [a, b] = [rootImage(one), rootImage(other)];
  if (one.parent || other.parent || !a || !b || !isOfficialPython(a) || !isOfficialPython(b)) return false;
  return (
    pythonVersion(a) !== undefined && pythonVersion(a) === pythonVersion(b) && isAlpineTag(a.tag) === isAlpineTag(b.tag)
  );
}

/** In place of the final stage's own installation, else before what it copies. */
function takeEdit({ file, dockerfile, final }: DockerfileSubject, words: string, own?: PipStep): TextEdit | undefined {
  const line = (like: Instruction) => `${keywordLike(like, "COPY")} ${words}`;
  if (own) return replace(own.instruction.range, line(own.instruction));
  const next = (keywords: RegExp) => final.instructions.find(({ keyword }) => keywords.test(keyword));
  const place = next(/^(?:COPY|ADD)$/) ?? next(/^(?:USER|EXPOSE|HEALTHCHECK|CMD|ENTRYPOINT)$/);
  if (place) return insertBefore(file, dockerfile, place, [indentOf(file, place) + line(place)]);
  const last = final.instructions.at(-1);
  return last && insertAfter(file, last, [indentOf(file, last) + line(last)]);
}
