import { createdUsers } from "../image/installed-programs";
import type { TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction } from "../parse/dockerfile-model";
import { programOf, shellCommands, type ShellWord } from "../parse/shell-commands";
import type { TextRange } from "../text";
import { replace } from "./lines";

const ABOUT_USERS = /^(?:useradd|adduser|groupadd|addgroup|usermod|chown|chgrp|install)$/;

/**
 * Gives a user another name wherever the file means it: where it is created, in USER, in `--chown`, and in chown's owner.
 * None where the file does not create it, or speaks of it elsewhere: in its home's path, or to another program.
 */
export function renameUser(
  { file, dockerfile, final }: DockerfileSubject,
  name: string,
  newName: string,
): readonly TextEdit[] {
  const users = createdUsers(dockerfile, final);
  if (!users.has(name) || users.has(newName) || file.text.includes(`/home/${name}`)) return [];
  const edits: TextEdit[] = [];
  for (const instruction of dockerfile.stages.flatMap(({ instructions }) => instructions)) {
    const { keyword } = instruction;
    if (keyword === "USER")
      edits.push(...inWords([wordOf(instruction.argument, instruction.argumentRange)], name, newName));
    if (keyword === "COPY" || keyword === "ADD") edits.push(...inChown(instruction, name, newName));
    for (const command of shellCommands(instruction, dockerfile)) {
      const named = inWords(command.words, name, newName);
      if (keyword === "RUN" && ABOUT_USERS.test(programOf(command))) edits.push(...named);
      else if (command.words.some(({ text }) => text === name)) return [];
    }
  }
  return edits;
}

function inWords(words: readonly ShellWord[], name: string, newName: string): readonly TextEdit[] {
  return words.flatMap(({ text, range }) => {
    const isPlain = range.start.line === range.end.line && range.end.character - range.start.character === text.length;
    if (!isPlain || !text.split(":").includes(name)) return [];
    return [
      replace(
        range,
        text
          .split(":")
          .map((part) => (part === name ? newName : part))
          .join(":"),
      ),
    ];
  });
}

function inChown({ flags }: Instruction, name: string, newName: string): readonly TextEdit[] {
  return flags.flatMap(({ name: flag, value = "", range }) => {
    const width = range.end.character - range.start.character;
    if (flag !== "chown" || width !== "--chown=".length + value.length) return [];
    const start = { ...range.end, character: range.end.character - value.length };
    return inWords([wordOf(value, { start, end: range.end })], name, newName);
  });
}

function wordOf(text: string, range: TextRange): ShellWord {
  return { text, range };
}
