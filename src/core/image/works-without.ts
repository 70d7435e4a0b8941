import type { DockerfileSubject } from "../lint/subjects";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import { isSlim } from "../parse/is-slim";
import { rootImage } from "../parse/root-image";
import { programOf, shellCommands, type ShellCommand } from "../parse/shell-commands";
import { baseHasProgram } from "./base-programs";
import { slimTag } from "./official-python";
import { pipInstallWords } from "./pip-install-words";
import type { PipStep } from "./pip-step";
import { requirementLines, systemPackages } from "./requirements-facts";
import { startCommand } from "./start-command";

/**
 * Whether a single stage still works when its installation happens elsewhere and its base is the slim one: no other step
 * takes something away that would no longer be there, and neither steps, start and probe nor the packages need what only
 * the full image has. A stage that is slim already loses nothing by that.
 */
export function worksWithout(subject: DockerfileSubject, pip: PipStep): boolean {
  const { dockerfile, final } = subject;
  const others = final.instructions.filter((each) => each !== pip.instruction && each.keyword === "RUN");
  const commands = others.flatMap((each) => shellCommands(each, dockerfile));
  if (commands.some(takesAway) || final.instructions.some(({ keyword }) => /^(?:SHELL|ONBUILD)$/.test(keyword)))
    return false;
  const image = rootImage(final);
  if (!image) return false;
  if (isSlim(image) === true) return true;
  if (systemPackages(requirementsOf(subject, pip)).length > 0) return false;
  const slim = { ...image, tag: slimTag(image.tag ?? "") ?? "slim" };
  const started = startCommand(dockerfile, final)?.words.map(({ text }) => text.split("/").at(-1) ?? "") ?? [];
  const programs = [...commands.map(programOf), ...started, effectiveHealthcheck(final).tool ?? ""];
  return !programs.some(
    (program) => baseHasProgram(image, program) === true && baseHasProgram(slim, program) === false,
  );
}

/** Removing what is not there any more fails, and so does asking pip about it. */
function takesAway(command: ShellCommand): boolean {
  const words = command.words.slice(1).map(({ text }) => text);
  const program = programOf(command);
  if (program === "rm") return !words.some((word) => /^-\w*f|^--force$/.test(word));
  if (/^(?:apt-get|apt)$/.test(program)) return words.some((word) => /^(?:purge|remove|autoremove)$/.test(word));
  if (program === "apk") return words.includes("del");
  return /^pip[\d.]*$/.test(program) && pipInstallWords(command) === undefined && words[0] !== "cache";
}

/** What an installation asks for, as far as the project's files tell: a requirements file by its name, wherever it lies. */
export function requirementsOf({ project }: DockerfileSubject, { packages, files }: PipStep): readonly string[] {
  const names = new Set(files.map((path) => path.split("/").at(-1)));
  const found = [...project.files].filter(([path]) => names.has(path.split("/").at(-1)));
  return [...packages, ...found.flatMap(([, { text }]) => requirementLines(text))];
}
