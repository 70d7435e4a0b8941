import { indentOf, keywordLike } from "../edit/keyword-case";
import { insertAfter } from "../edit/lines";
import { isOfficialPython } from "../image/official-python";
import { startCommand } from "../image/start-command";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { rootImage } from "../parse/root-image";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";

const UNBUFFERED = "PYTHONUNBUFFERED";
const NO_BYTECODE = "PYTHONDONTWRITEBYTECODE";

/**
 * What is shipped is built on the official Python image and does not set PYTHONUNBUFFERED or PYTHONDONTWRITEBYTECODE, to
 * whatever value, nor gives Python -u or -B. Other images may set them themselves.
 * https://docs.python.org/3/using/cmdline.html#environment-variables
 */
export const pythonEnvRecommended = defineRule({
  id: "python-env-recommended",
  title: "Two settings make Python fit containers",
  severity: "hint",
  fix: "preferred",
  messages: {
    both: {
      observed: "Python keeps back its output here, and writes compiled files beside the source.",
      why: "Logs show up late, and are lost when the app crashes; the files are of no use in a container.",
      next: "Set PYTHONUNBUFFERED and PYTHONDONTWRITEBYTECODE with ENV.",
    },
    unbuffered: {
      observed: "Python keeps back its output until there is enough of it.",
      why: "Logs show up late, and the last lines are lost when the app crashes.",
      next: "Set PYTHONUNBUFFERED with ENV.",
    },
    bytecode: {
      observed: "Python writes compiled files beside the source.",
      why: "They are of no use in a container, which starts anew each time, and its user may not write there.",
      next: "Set PYTHONDONTWRITEBYTECODE with ENV.",
    },
  },

  dockerfile(subject) {
    const { final } = subject;
    const image = rootImage(final);
    const missing = image && isOfficialPython(image) ? missingIn(subject) : [];
    const [first, second] = missing;
    if (first === undefined) return [];
    const message = second !== undefined ? "both" : first === UNBUFFERED ? "unbuffered" : "bytecode";
    return [{ message, range: final.fromRange, fixes: settings(subject, missing) }];
  },
});

function missingIn({ dockerfile: model, final }: DockerfileSubject): readonly string[] {
  const words = (startCommand(model, final)?.words ?? []).map(({ text }) => text);
  const end = words.findIndex((word, at) => at > 0 && !word.startsWith("-"));
  const options = /^python[\d.]*$/.test(words[0]?.split("/").at(-1) ?? "")
    ? words.slice(1, end === -1 ? undefined : end)
    : [];
  const environment = environmentOf(model, final);
  return [
    { name: UNBUFFERED, option: /^-[A-Za-z]*u/ },
    { name: NO_BYTECODE, option: /^-[A-Za-z]*B/ },
  ].flatMap(({ name, option }) => (environment.has(name) || options.some((each) => option.test(each)) ? [] : [name]));
}

/** One ENV right behind FROM, or behind the ARGs that belong to it. */
function settings({ file, dockerfile, final }: DockerfileSubject, names: readonly string[]): readonly Fix[] {
  const from = final.instructions[0];
  if (!from || stageChain(final).some(({ instructions }) => instructions.some(({ keyword }) => keyword === "ONBUILD")))
    return [];
  const indent = indentOf(file, from);
  const keyword = keywordLike(from, "ENV");
  const space = " ".repeat(keyword.length + 1);
  const lines = names.map((name, at) => {
    const start = at === 0 ? `${keyword} ` : space;
    return `${indent}${start}${name}=1${at < names.length - 1 ? ` ${dockerfile.escape}` : ""}`;
  });
  return [{ title: `Set ${names.join(" and ")}`, edits: [insertAfter(file, from, lines)], preferred: true }];
}
