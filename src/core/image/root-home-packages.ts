import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { shellCommands, type ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";
import { userAt } from "../parse/user-at";
import { copiesOf, type CopiedFiles } from "./copied-files";
import { pipInstallWords } from "./pip-install-words";

/** A `pip install --user` that root works. */
export interface UserInstall {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** the word `--user` */
  readonly option: ShellWord;
}

/** Python packages of the shipped image that lie in /root, where root alone can look. */
export interface RootHomePackages {
  /** installed there in the stage or its local parents */
  readonly installs: readonly UserInstall[];
  /** copied there from another stage's or image's /root/.local */
  readonly copies: readonly CopiedFiles[];
}

const USER_SITE = /^\/root\/\.local(\/|$)/;

/**
 * Where the image of a stage has packages below /root: `pip install --user` puts them into ~/.local, and /root is closed to
 * all others in Debian's and Alpine's images (mode 700). https://pip.pypa.io/en/stable/user_guide/#user-installs
 */
export function rootHomePackages(model: DockerfileModel, stage: Stage): RootHomePackages {
  const copies = copiesOf(model, stage).filter(
    ({ from, sources, destination }) =>
      from !== undefined && sources.some(({ text }) => USER_SITE.test(text)) && /^\/root(\/|$)/.test(destination ?? ""),
  );
  const isOpen = stageChain(stage).some(({ instructions }) => instructions.some(opensRootHome));
  return isOpen ? { installs: [], copies: [] } : { installs: userInstalls(model, stage), copies };
}

/** The `pip install --user` steps of a stage and its local parents that end in /root/.local. */
export function userInstalls(model: DockerfileModel, stage: Stage): readonly UserInstall[] {
  return stageChain(stage).flatMap((link) =>
    link.instructions.flatMap((instruction) => {
      if (instruction.keyword !== "RUN") return [];
      const words = shellCommands(instruction, model).flatMap((command) => pipInstallWords(command) ?? []);
      const options = words.filter(({ text }) => text === "--user");
      if (options.length === 0 || !isRootHome(model, link, instruction)) return [];
      return options.map((option) => ({ instruction, stage: link, option }));
    }),
  );
}

function isRootHome(model: DockerfileModel, stage: Stage, before: Instruction): boolean {
  const environment = environmentOf(model, stage, before);
  const home = environment.get("HOME") ?? "/root";
  return userAt(model, stage, before) === "root" && home === "/root" && !environment.has("PYTHONUSERBASE");
}

/** A step that changes who may look into /root. */
function opensRootHome({ keyword, argument }: Instruction): boolean {
  return keyword === "RUN" && /\b(chmod|chown|setfacl)\b[^;&|]*\s\/root(\/\.local)?\/?(\s|$|[;&|])/.test(argument);
}
