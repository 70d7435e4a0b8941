/** A command that GitHub's runner hears in the output of a step. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the runner knows; a line that names anything else stays a line. */
const KNOWN = new Set([
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path"],
  ...["notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning"],
]);

/**
 * Reads a step's output as the runner does, line by line: `::name key=value,…::data` where a line begins with it, blanks
 * aside, and else `##[name key=value;…]data` anywhere in it.
 * After actions/runner, src/Runner.Common/ActionCommand.cs, at 2026-08.
 */
export function runnerCommands(output: string): readonly RunnerCommand[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
    const command = ofLine(line.trimStart()) ?? inLine(line);
    return command ? [command] : [];
  });
}

function ofLine(line: string): RunnerCommand | undefined {
  const end = line.indexOf("::", 2);
  if (!line.startsWith("::") || end < 0) return undefined;
  return read(line.slice(2, end), line.slice(end + 2), ",", [
    ["%0D", "\r"],
    ["%0A", "\n"],
  ]);
}

function inLine(line: string): RunnerCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  return read(line.slice(start + 3, end), line.slice(end + 1), ";", [
    ["%3B", ";"],
    ["%0D", "\r"],
    ["%0A", "\n"],
    ["%5D", "]"],
  ]);
}

type Escapes = readonly (readonly [string, string])[];

const IN_PROPERTIES: Escapes = [
  ["%3A", ":"],
  ["%2C", ","],
];

function read(info: string, data: string, separator: string, escapes: Escapes): RunnerCommand | undefined {
  const [name = "", ...rest] = info.split(" ");
  if (!KNOWN.has(name.toLowerCase())) return undefined;
  const pairs = rest.join(" ").trim().split(separator).filter(Boolean);
  const properties = pairs.flatMap((pair) => {
    const [key = "", ...value] = pair.split("=");
    return value.length > 0 ? [[key, unescaped(value.join("="), [...escapes, ...IN_PROPERTIES])] as const] : [];
  });
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties), data: unescaped(data, escapes) };
}

/** The sign of escapes itself comes last, as with the runner. */
function unescaped(text: string, escapes: Escapes): string {
  return [...escapes, ["%25", "%"] as const].reduce((read, [escape, sign]) => read.replaceAll(escape, sign), text);
}
