import type { DockerfileSubject } from "../lint/subjects";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { copiesOf, type CopiedFiles } from "./copied-files";
import { pipInstalls, type PipInstall } from "./pip-install";
import { linkedFiles, requirementsTexts } from "./requirements-files";

/** An installation that every change in the source makes run again. */
export interface LateInstall {
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly installs: readonly PipInstall[];
  /** what copies source above it in the same stage, in order; at least one */
  readonly copies: readonly [CopiedFiles, ...CopiedFiles[]];
}

/**
 * In each stage, the first RUN that installs from a requirements file although nothing in it needs the source that has been
 * copied above it. Not where requirements are mounted or handled by a command of the stage, which may write them out of the
 * source (`poetry export`, `pip-compile`), nor where pip installs the project itself.
 */
export function lateInstalls(subject: DockerfileSubject): readonly LateInstall[] {
  const { dockerfile: model } = subject;
  return model.stages.flatMap((stage) => {
    const [first, ...others] = copiesOf(model, stage).filter((copy) => copy.stage === stage && isSource(copy, subject));
    if (!first) return [];
    const at = stage.instructions.indexOf(first.instruction);
    const found = stage.instructions.slice(at + 1).find((each) => installsLate(each, subject));
    if (!found) return [];
    const end = stage.instructions.indexOf(found);
    if (handlesRequirements(stage.instructions.slice(at + 1, end), found, model)) return [];
    const above = others.filter(({ instruction }) => stage.instructions.indexOf(instruction) < end);
    return [{ stage, instruction: found, installs: pipInstalls(found, model), copies: [first, ...above] as const }];
  });
}

function installsLate(instruction: Instruction, subject: DockerfileSubject): boolean {
  if (instruction.keyword !== "RUN" || isMounted(instruction)) return false;
  const installs = pipInstalls(instruction, subject.dockerfile);
  return (
    installs.some(({ requirementFiles }) => requirementFiles.length > 0) &&
    !installs.some((pip) => installsProject(pip, subject))
  );
}

/** Whether a step in between, or another command of the installation's own, names a file that pip installs from. */
function handlesRequirements(between: readonly Instruction[], found: Instruction, model: DockerfileModel): boolean {
  const files = pipInstalls(found, model).flatMap(({ requirementFiles }) => requirementFiles);
  const names = [...new Set(files.map(({ text }) => text.split("/").at(-1) ?? ""))].filter((name) => name !== "");
  const textOf = ({ argument, heredocs }: Instruction) => [argument, ...heredocs].join("\n");
  const above = between.filter(({ keyword }) => keyword === "RUN").map(textOf);
  const timesIn = (text: string, name: string) => text.split(name).length - 1;
  return names.some(
    (name) =>
      above.some((text) => text.includes(name)) ||
      timesIn(textOf(found), name) > files.reduce((sum, { text }) => sum + timesIn(text, name), 0),
  );
}

function isMounted({ flags }: Instruction): boolean {
  return flags.some(({ name, value = "" }) => name === "mount" && !/type=(?:cache|secret|ssh|tmpfs)/.test(value));
}

const LOCAL = /^(?:\.{1,2}(?:[/[]|$)|\/|~|file:|\$)|\.(?:whl|zip|tar\.gz|tgz)$/;

/** Whether pip is pointed to files of the project: the project itself, or packages that lie in it. */
function installsProject(pip: PipInstall, subject: DockerfileSubject): boolean {
  const { editables, packages, requirementFiles, flags } = pip;
  if (editables.length > 0 || packages.some(({ text }) => LOCAL.test(text))) return true;
  if (flags.some(({ text }) => /^(?:-f|--find-links)/.test(text))) return true;
  return requirementsTexts(requirementFiles, subject).some((text) => linkedFiles(text) === "source");
}

/** Folders that hold what an installation asks for, rather than source. */
const FOR_INSTALLS =
  /(?:^|\/)(?:requirements|constraints|wheel|wheelhouse|vendor|third_party|deps|packages|dist)[^/]*$/i;
const SOURCE_NAMES = /^(?:src|app|apps|api|backend|server|code|project|web|service)$/;

/** The whole context, Python files, or a folder with Python files in it. */
function isSource({ from, sources, instruction }: CopiedFiles, { context }: DockerfileSubject): boolean {
  if (from !== undefined || instruction.heredocs.length > 0) return false;
  return sources.some(({ text }) => {
    const path = text
      .replace(/^(["'])(.*)\1$/, "$2")
      .replace(/^(?:\.?\/)+/, "")
      .replace(/\/?\*?$/, "");
    if (path === "" || path === ".") return true;
    if (/[$]|:\/\//.test(path) || FOR_INSTALLS.test(path)) return false;
    if (path.endsWith(".py")) return !/(?:^|\/)setup\.py$/.test(path);
    if (!context) return SOURCE_NAMES.test(path);
    return [...context.paths].some((each) => each.startsWith(`${path}/`) && each.endsWith(".py"));
  });
}
