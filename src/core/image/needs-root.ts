import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { programOf, shellCommands } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { workdirAt } from "../parse/stage-environment";
import { baseFamily } from "./base-programs";
import { copiesOf } from "./copied-files";
import { startCommand } from "./start-command";

/** Programs that change the user themselves, at the container's start. */
const DROPPERS = /\b(gosu|su-exec|setpriv|chpst|setuidgid|s6-setuidgid|s6-overlay|runuser)\b/;
/** Programs that only work with root's rights, or start others which do. */
const FOR_ROOT =
  /^(apache2ctl|apachectl|cron|crond|dockerd|httpd|init|nginx|service|sshd|su|sudo|supervisord|systemctl)$/;
/** Images for services start as root too, but give up its rights by themselves. */
const SERVICES = /(^|\/)(nginx|postgres|redis)$/;
const ROOT_HOME = /^\/root(\/|$)/;

/** Whether a stage's base image is one of those that start as root, and stay it unless the Dockerfile says otherwise. */
export function startsAsRoot(stage: Stage): boolean {
  const image = rootImage(stage);
  if (!image || SERVICES.test(image.repository)) return false;
  return image.repository === "scratch" || baseFamily(image) !== undefined;
}

/** Whether what a stage's container starts gives up root's rights by itself: then it has to start as root. */
export function dropsRootItself(stage: Stage): boolean {
  return stageChain(stage).some(({ instructions }) =>
    instructions.some(
      ({ keyword, argument, heredocs }) =>
        /^(RUN|COPY|ADD|CMD|ENTRYPOINT)$/.test(keyword) && [argument, ...heredocs].some((text) => DROPPERS.test(text)),
    ),
  );
}

/**
 * Whether another user than root could not work with the image of a stage: the app lies below /root, which is closed to
 * all others, or it starts a program that needs root. Packages in /root/.local are not counted, they can be moved.
 */
export function needsRoot(model: DockerfileModel, stage: Stage): boolean {
  if (ROOT_HOME.test(workdirAt(model, stage) ?? "")) return true;
  const isInRootHome = copiesOf(model, stage).some(
    ({ sources, destination }) =>
      ROOT_HOME.test(destination ?? "") && !sources.every(({ text }) => text.startsWith("/root/.local")),
  );
  const words = startCommand(model, stage)?.words ?? [];
  return isInRootHome || words.some(({ text }) => FOR_ROOT.test(programName(text)) || ROOT_HOME.test(text));
}

/**
 * Whether there are signs that the app writes to folders of its image, which then would have to be another user's: a
 * VOLUME, a `mkdir` of more than its working folder, or a script of unknown contents that starts it.
 */
export function writesFiles(model: DockerfileModel, stage: Stage): boolean {
  const words = startCommand(model, stage)?.words ?? [];
  if (words.some(({ text }) => /\.(sh|bash)$|entrypoint/.test(text))) return true;
  const workdir = workdirAt(model, stage) ?? "/";
  return stageChain(stage).some(({ instructions }) =>
    instructions.some((each) => each.keyword === "VOLUME" || makesFolders(each, model, workdir)),
  );
}

function makesFolders(instruction: Instruction, model: DockerfileModel, workdir: string): boolean {
  if (instruction.keyword !== "RUN") return false;
  const commands = shellCommands(instruction, model).filter((command) => programOf(command) === "mkdir");
  const folders = commands.flatMap(({ words }) => words.slice(1).filter(({ text }) => !text.startsWith("-")));
  return folders.some(({ text }) => !`${workdir}/`.startsWith(text.replace(/\/*$/, "/")));
}

function programName(path: string): string {
  return path.split("/").at(-1) ?? "";
}
