import { baseFamily } from "../image/base-programs";
import { createdGroups, createdUsers } from "../image/installed-programs";
import type { NamedUser } from "../image/user-known";
import type { Fix } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { programOf, shellCommands } from "../parse/shell-commands";
import { userAt } from "../parse/user-at";
import { APP_UID, createUserLines, isUserName } from "./create-user";
import { indentOf, isLowerCase } from "./keyword-case";
import { insertBefore, replace } from "./lines";

/**
 * Fixes for a USER whose user or group the image does not have: the user is created above the first step that names it,
 * or a number takes the name's place where nothing else names it; a group that is missing is left out.
 */
export function userCreationFixes(
  subject: DockerfileSubject,
  stage: Stage,
  user: Instruction,
  { name, group, unknown }: NamedUser & { readonly unknown: "user" | "group" },
): readonly Fix[] {
  const { file, dockerfile } = subject;
  if (user.argument.includes("$")) return [];
  const users = stage.instructions.filter((each) => each === user || names(each, name, dockerfile));
  if (unknown === "group")
    return [
      { title: `Leave the group out: USER ${name}`, edits: [replace(user.argumentRange, name)], preferred: true },
    ];
  const [first = user] = users;
  const lines = creationOf(subject, stage, first, name);
  const indent = indentOf(file, first);
  const withoutGroup = group !== undefined && group !== name ? [replace(user.argumentRange, name)] : [];
  const creation: Fix = {
    title: `Create the user ${name}`,
    edits: [
      insertBefore(
        file,
        dockerfile,
        first,
        lines.map((line) => indent + line),
      ),
      ...withoutGroup,
    ],
    preferred: true,
  };
  const number: Fix = {
    title: `Use the number ${APP_UID} instead of a name`,
    edits: [replace(user.argumentRange, `${APP_UID}`)],
    ...(lines.length === 0 && { preferred: true as const }),
  };
  return [...(lines.length > 0 ? [creation] : []), ...(users.length === 1 ? [number] : [])];
}

/** None where the step does not work as root, where the base has no program for it, or where name or number are taken. */
function creationOf(
  { dockerfile }: DockerfileSubject,
  stage: Stage,
  before: Instruction,
  name: string,
): readonly string[] {
  const image = rootImage(stage);
  const others = [...createdUsers(dockerfile, stage).values(), ...createdGroups(dockerfile, stage).values()];
  const isTaken =
    createdGroups(dockerfile, stage).has(name) || others.some(({ argument }) => argument.includes(`${APP_UID}`));
  if (isTaken || !isUserName(name) || userAt(dockerfile, stage, before) !== "root") return [];
  return createUserLines(image && baseFamily(image), { lowerCase: isLowerCase(before), name });
}

/** Whether an instruction gives files to a user by name, or switches to it. */
function names(instruction: Instruction, name: string, model: DockerfileModel): boolean {
  const { keyword, flags, argument } = instruction;
  const isName = (text: string | undefined): boolean => text === name || (text?.startsWith(`${name}:`) ?? false);
  if (keyword === "COPY" || keyword === "ADD") return flags.some((flag) => flag.name === "chown" && isName(flag.value));
  if (keyword === "USER") return isName(argument.replace(/["']/g, ""));
  const owners = shellCommands(instruction, model).filter((command) =>
    /^(chown|chgrp|install)$/.test(programOf(command)),
  );
  return keyword === "RUN" && owners.some(({ words }) => words.some(({ text }) => isName(text)));
}
