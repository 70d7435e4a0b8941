import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import { parseImageReference } from "../parse/image-reference";
import { rootImage, rootStage } from "../parse/root-image";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { baseHasProgram } from "./base-programs";
import { pipInstallWords } from "./pip-install-words";
import { startCommand } from "./start-command";

/** Programs that bring others into an image, or may start any. */
const INSTALLERS = /^(?:apt|apt-get|apk|dpkg|poetry|pipenv|uv|pdm|conda|npm|make|sh|bash)$/;

/**
 * Whether a stage and those that share its root image also work on another, smaller root: false where one of their steps,
 * probes or start commands names a program that only the present one has. Undefined where nobody knows: packages that a
 * step installs may have to be compiled, or bring and need anything.
 * @param smaller the reference of the other image
 */
export function smallerBaseSuits(model: DockerfileModel, stage: Stage, smaller: string): boolean | undefined {
  const root = rootStage(stage);
  const sharers = model.stages.filter((other) => stageChain(other).includes(root));
  const [from, to] = [rootImage(stage), parseImageReference(smaller)];
  if (!from || !to) return undefined;
  const commands = sharers.flatMap(({ instructions }) =>
    instructions.flatMap((each) => (each.keyword === "RUN" ? shellCommands(each, model) : [])),
  );
  const programs = [...commands.map(programOf), ...sharers.flatMap((sharer) => startedBy(model, sharer))];
  const isMissed = (program: string) => baseHasProgram(from, program) === true && baseHasProgram(to, program) === false;
  if (programs.some(isMissed)) return false;
  return commands.some(installs) ? undefined : true;
}

function startedBy(model: DockerfileModel, stage: Stage): readonly string[] {
  const words = startCommand(model, stage)?.words ?? [];
  return [...words.map(({ text }) => text.split("/").at(-1) ?? ""), effectiveHealthcheck(stage).tool ?? ""];
}

function installs(command: ShellCommand): boolean {
  return pipInstallWords(command) !== undefined || INSTALLERS.test(programOf(command));
}
