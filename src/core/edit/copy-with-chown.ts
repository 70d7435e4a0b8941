import { createdUsers } from "../image/installed-programs";
import type { OwnerChange } from "../image/owner-change";
import { pipInstallWords } from "../image/pip-install-words";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import { programOf, shellCommands } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { deleteInstruction, firstLineOf, linesOf, replace } from "./lines";

/** Programs that make no files in the app's folder. */
const LEAVE_FILES_ALONE: ReadonlySet<string> = new Set([
  "addgroup",
  "adduser",
  "apk",
  "apt",
  "apt-get",
  "chown",
  "groupadd",
  "rm",
  "useradd",
  "usermod",
]);

/**
 * Lets COPY give the files their owner. The RUN that did so goes where it does nothing else and COPY has made the folder;
 * where WORKDIR has, which COPY leaves to root, chown stays for the folder alone, without -R. No fix where another step
 * may have made files in there, or where the user does not exist yet when the files are copied.
 */
export function copyWithChown(subject: DockerfileSubject, change: OwnerChange): Fix | undefined {
  const { stage, step, copies, owner } = change;
  const [first] = copies;
  const removal = withoutChange(subject, change);
  if (!first || !removal || !isOwnerAt(subject.dockerfile, change, first.instruction)) return undefined;
  const [own, ...parents] = stageChain(stage);
  const above = [...(own?.instructions.slice(0, own.instructions.indexOf(step)) ?? [])];
  const steps = [...above, ...parents.flatMap(({ instructions }) => instructions)];
  if (!steps.every((each) => leavesFilesAlone(each, subject.dockerfile))) return undefined;
  const flags = copies.map(({ instruction: { keywordRange } }) =>
    replace({ start: keywordRange.end, end: keywordRange.end }, ` --chown=${owner}`),
  );
  return { title: `Let COPY give the files to ${owner}`, edits: [...flags, removal], preferred: true };
}

function leavesFilesAlone(step: Instruction, model: DockerfileModel): boolean {
  if (step.keyword !== "RUN") return true;
  return shellCommands(step, model).every((command) => {
    const words = pipInstallWords(command);
    if (words) return !words.some(({ text }) => /^(-e|--editable|--target|-t|--prefix|\.)(=|$)/.test(text));
    return LEAVE_FILES_ALONE.has(programOf(command));
  });
}

/** COPY looks names up in the image as it is by then; a group of another name we leave alone. */
function isOwnerAt(model: DockerfileModel, { stage, owner }: OwnerChange, copy: Instruction): boolean {
  const [user = "", group = user] = owner.split(":");
  const isNumber = (text: string): boolean => /^\d+$/.test(text);
  if (isNumber(user) && isNumber(group)) return true;
  const creation = createdUsers(model, stage).get(user);
  return (
    creation !== undefined && creation.range.end.line < copy.range.start.line && (group === user || isNumber(group))
  );
}

/** Takes the chown out with its line, or its -R alone; undefined where it does not stand alone. */
function withoutChange(
  { file, dockerfile }: DockerfileSubject,
  { step, option: { range }, folderStays }: OwnerChange,
): TextEdit | undefined {
  if (folderStays) {
    const end = { line: range.end.line, character: range.end.character + 1 };
    const line = linesOf(file)[range.start.line] ?? "";
    return line.slice(range.start.character, end.character) === "-R " ? replace({ ...range, end }, "") : undefined;
  }
  const isAlone = shellCommands(step, dockerfile).length === 1 && step.heredocs.length === 0;
  const hasComment = firstLineOf(file, dockerfile, step) < step.range.start.line;
  return isAlone && !hasComment ? deleteInstruction(file, step) : undefined;
}
