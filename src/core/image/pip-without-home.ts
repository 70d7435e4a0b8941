import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import type { ShellCommand } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";
import { baseFamily } from "./base-programs";
import { createdUsers } from "./installed-programs";
import { isOfficialPython } from "./official-python";
import { pipInstallWords } from "./pip-install-words";

const OTHER_PLACE = /^(--user|--target|-t|--prefix|--root|--python|--dry-run|-e|--editable)(=|$)/;
const OTHER_SETTING = /^(PATH|HOME|VIRTUAL_ENV|PYTHONUSERBASE|PYTHONHOME|PIP_.*)$/;

/**
 * Whether a `pip install` fails for a user who is not root: the system's folder is closed, and pip's way out, ~/.local, is
 * too, because the user was created without a home or is a mere number. Says no wherever a home could have come from
 * elsewhere. https://pip.pypa.io/en/stable/user_guide/#user-installs
 */
export function failsWithoutHome(
  command: ShellCommand,
  { model, stage, user }: { readonly model: DockerfileModel; readonly stage: Stage; readonly user: string },
): boolean {
  const words = pipInstallWords(command);
  const image = rootImage(stage);
  if (!words || !image || !isOfficialPython(image) || baseFamily(image) !== "debian") return false;
  if (command.words[0]?.text.includes("/") || words.some(({ text }) => OTHER_PLACE.test(text))) return false;
  return !mayHaveHome(model, stage) && isHomeless(model, stage, user);
}

/** A stage never changes, and each of its steps asks. */
const KNOWN = new WeakMap<Stage, boolean>();

/** Whether anything in the stage or its local parents could give its users a place for packages. */
function mayHaveHome(model: DockerfileModel, stage: Stage): boolean {
  const known =
    KNOWN.get(stage) ??
    ([...environmentOf(model, stage).keys()].some((name) => OTHER_SETTING.test(name)) ||
      stageChain(stage).some(({ instructions }) => instructions.some(mayMakeHome)));
  KNOWN.set(stage, known);
  return known;
}

function isHomeless(model: DockerfileModel, stage: Stage, user: string): boolean {
  const users = createdUsers(model, stage);
  if (/^\d+$/.test(user)) return ![...users.values()].some(({ argument }) => argument.includes(user));
  const creation = users.get(user)?.argument;
  if (creation === undefined || !/\buseradd\b/.test(creation)) return false;
  return !/\badduser\b|(^|\s)(-\w*[mdb]\w*|--create-home|--home\S*|--home-dir\S*|--base-dir\S*)(\s|=|$)/.test(creation);
}

/** Steps that make or hand over folders, among which a home could be. */
function mayMakeHome({ keyword, argument, heredocs }: Stage["instructions"][number]): boolean {
  if (keyword === "WORKDIR") return /home|~|\$/i.test(argument);
  return (
    keyword === "RUN" &&
    [argument, ...heredocs].some((text) => /\b(chown|chmod|mkdir|install -d|venv|HOME|export)\b/.test(text))
  );
}
