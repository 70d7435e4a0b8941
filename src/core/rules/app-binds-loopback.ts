import { insertWord } from "../edit/insert-word";
import { replace } from "../edit/lines";
import { listeningPort } from "../image/listening-port";
import { startCommand, type StartCommand } from "../image/start-command";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction, Pair } from "../parse/dockerfile-model";
import type { ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";
import type { TextRange } from "../text";

type Message = "default" | "loopback";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost)$/i;
const HOST_OPTION = /^(--host|-h|--bind|-b|--address)(=(.*))?$/s;

/**
 * The app is told, or by default chooses, to listen on the loopback address: `flask run` without a host, gunicorn or uvicorn
 * without an address, or 127.0.0.1 written out. Silent where a file of settings or a variable may say otherwise, and about
 * scripts of the author's own. https://flask.palletsprojects.com/en/stable/cli/, https://docs.gunicorn.org/en/stable/settings.html#bind
 */
export const appBindsLoopback = defineRule({
  id: "app-binds-loopback",
  title: "The app can be reached from inside the container only",
  severity: "warning",
  fix: "preferred",
  check: "container-healthy",
  messages: {
    default: {
      observed: "{program} listens on 127.0.0.1 unless it is told otherwise.",
      why: "Inside a container that means the container itself: nobody outside gets an answer, even with a published port.",
      next: "Let it listen on 0.0.0.0, which means all of the container's addresses.",
    },
    loopback: {
      observed: "The app is told to listen on {address}.",
      why: "Inside a container that means the container itself: nobody outside gets an answer, even with a published port.",
      next: "Let it listen on 0.0.0.0, which means all of the container's addresses.",
    },
  },

  dockerfile(subject) {
    const start = startCommand(subject.dockerfile, subject.final);
    return start ? (written(start) ?? byVariable(subject, start) ?? byDefault(subject, start)) : [];
  },
});

/** An address in the command: a finding where it is the loopback one, nothing to find where it is another. */
function written({ words, instructions }: StartCommand): readonly Found<Message>[] | undefined {
  if (!serverOf(words)) return undefined;
  for (const [index, word] of words.entries()) {
    const [, , attached, inWord] = HOST_OPTION.exec(word.text) ?? [];
    if (!HOST_OPTION.test(word.text)) continue;
    const place = attached === undefined ? words[index + 1] : word;
    const value = attached === undefined ? (place?.text ?? "") : (inWord ?? "");
    const address = value.replace(/:\d+$/, "");
    if (!place || !LOOPBACK.test(address)) return [];
    const start = place.text.length - value.length;
    const range = partOf(place, start, start + address.length);
    const fixes = range && instructions.length > 0 ? [listenOn(range)] : [];
    return [{ message: "loopback", values: { address }, range: range ?? place.range, fixes }];
  }
  return undefined;
}

function byVariable(
  { dockerfile, final }: DockerfileSubject,
  start: StartCommand,
): readonly Found<Message>[] | undefined {
  const isFlask = serverOf(start.words)?.text.endsWith("flask");
  const environment = environmentOf(dockerfile, final);
  if (environment.has("GUNICORN_CMD_ARGS") || environment.has("UVICORN_HOST")) return [];
  const value = environment.get("FLASK_RUN_HOST");
  // The course's app reads the variable itself; of other scripts nobody knows.
  if (value === undefined || (!isFlask && !LOOPBACK.test(value))) return undefined;
  if (!LOOPBACK.test(value)) return [];
  for (const { instructions } of stageChain(final)) {
    const pair = instructions
      .flatMap((each: Instruction) => (each.keyword === "ENV" ? each.pairs : []))
      .findLast(({ name }) => name === "FLASK_RUN_HOST");
    const range = pair && valueRange(pair);
    if (range) return [{ message: "loopback", values: { address: value }, range, fixes: [listenOn(range)] }];
  }
  return [];
}

function byDefault(subject: DockerfileSubject, { words, instructions }: StartCommand): readonly Found<Message>[] {
  const server = serverOf(words);
  const program = server?.text.split("/").at(-1) ?? "";
  if (
    !server ||
    words.some(({ text }) => text.includes("$") || /^(-c|--config|--env-file|--uds|--fd|--app-dir=)/.test(text))
  )
    return [];
  const environment = environmentOf(subject.dockerfile, subject.final);
  const isFlask = program === "flask";
  // gunicorn listens on all addresses where PORT is set, and may have a file of settings.
  if (program === "gunicorn" && (environment.has("PORT") || hasGunicornFile(subject))) return [];
  const behind = isFlask ? words.find(({ text }) => text === "run") : server;
  const own = instructions.find((each) => behind && isInside(behind.range, each.range));
  if (!behind) return [];
  const port = listeningPort(subject) ?? 8000;
  const option = program === "gunicorn" ? `--bind=0.0.0.0:${port}` : "--host=0.0.0.0";
  const fix: Fix | undefined =
    own && isExact(behind)
      ? { title: `Add ${option}`, edits: [insertWord(own, behind.range, option)], preferred: true }
      : undefined;
  return [{ message: "default", values: { program }, range: behind.range, fixes: fix ? [fix] : [] }];
}

/** The word that starts a server which listens on the loopback address by itself. */
function serverOf(words: readonly ShellWord[]): ShellWord | undefined {
  const [first, second, third] = words;
  const isModule = /^python[\d.]*$/.test(first?.text.split("/").at(-1) ?? "") && second?.text === "-m";
  const server = isModule ? third : first;
  const name = server?.text.split("/").at(-1) ?? "";
  if (name === "flask") return words.some(({ text }) => text === "run") ? server : undefined;
  return /^(gunicorn|uvicorn)$/.test(name) ? server : undefined;
}

function hasGunicornFile({ project }: DockerfileSubject): boolean {
  return [...(project.paths ?? [])].some((path) => /(^|\/)gunicorn[\w.-]*\.py$/.test(path));
}

function listenOn(range: TextRange): Fix {
  return { title: "Listen on 0.0.0.0", edits: [replace(range, "0.0.0.0")], preferred: true };
}

/** Whether a word stands in the file just as it is read, so that places inside it are known. */
function isExact({ text, range: { start, end } }: ShellWord): boolean {
  return start.line === end.line && end.character - start.character === text.length;
}

function partOf(word: ShellWord, from: number, to: number): TextRange | undefined {
  if (!isExact(word)) return undefined;
  const { line, character } = word.range.start;
  return { start: { line, character: character + from }, end: { line, character: character + to } };
}

function valueRange({ value = "", range: { end } }: Pair): TextRange {
  return { start: { line: end.line, character: end.character - value.length }, end };
}

function isInside(inner: TextRange, outer: TextRange): boolean {
  return inner.start.line >= outer.start.line && inner.end.line <= outer.end.line;
}
