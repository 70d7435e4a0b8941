import path from "path-browserify";
import { copiesOf, imagePath, type CopiedFiles } from "../image/copied-files";
import { packagesRole } from "../image/packages-role";
import { pipStep, type PipStep } from "../image/pip-step";
import { standsAlone } from "../image/requirements-facts";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction } from "../parse/dockerfile-model";
import { programOf, shellCommands } from "../parse/shell-commands";
import { workdirAt } from "../parse/stage-environment";

/** Where an instruction above `pip install` goes when the stage is split. */
export type Placed =
  | { readonly instruction: Instruction; readonly place: "builder" | "both" | "final" }
  /** goes to the final stage; the builder gets only the requirements out of it: the words of a COPY */
  | { readonly instruction: Instruction; readonly place: "narrowed"; readonly copies: string };

const SETTINGS = /^(?:EXPOSE|LABEL|MAINTAINER|VOLUME|STOPSIGNAL|HEALTHCHECK|CMD|ENTRYPOINT)$/;
/** Variables that an installation may read. */
const FOR_INSTALLS =
  /^(?:PIP_|(?:HTTPS?|NO|ALL|FTP)_PROXY$|.*FLAGS$|(?:CC|CXX|LANG|PATH|PYTHONPATH|LD_LIBRARY_PATH)$|LC_|.*INDEX)/i;
const OTHER_PLACE = /^(?:PIP_(?:USER|TARGET|PREFIX|ROOT|PYTHON)|VIRTUAL_ENV|PYTHONUSERBASE)$/;
const SETS_UP = /^(?:useradd|adduser|groupadd|addgroup|usermod|mkdir|chown|chmod|touch)$/;

/**
 * For each instruction of a single stage between FROM and its one `pip install`, where it goes: what only the installation
 * needs stays, the rest goes to the final stage, and what either may need is in both. Undefined where one is not understood.
 */
export function splitPlan(subject: DockerfileSubject, pip: PipStep): readonly Placed[] | undefined {
  const { dockerfile, final } = subject;
  const [, ...instructions] = final.instructions;
  const above = instructions.slice(0, instructions.indexOf(pip.instruction));
  const step = { pip, above, copies: copiesOf(dockerfile, final), wanted: wantedFiles(subject, pip) };
  const placed = above.map((instruction) => place(instruction, subject, step));
  const known = placed.flatMap((each) => each ?? []);
  if (known.length < placed.length) return undefined;
  // a COPY that stays may give its files to a user by name
  const needsUsers = known.some(
    ({ instruction, place }) => place !== "final" && place !== "narrowed" && ownerOf(instruction),
  );
  const createsUser = (instruction: Instruction) =>
    instruction.keyword === "RUN" &&
    shellCommands(instruction, dockerfile).some((command) => SETS_UP.test(programOf(command)));
  return known.map((each) =>
    needsUsers && each.place === "final" && createsUser(each.instruction) ? { ...each, place: "both" as const } : each,
  );
}

/** What is asked of each line, read once. */
interface Step {
  readonly pip: PipStep;
  readonly above: readonly Instruction[];
  readonly copies: readonly CopiedFiles[];
  readonly wanted: readonly string[] | undefined;
}

function place(instruction: Instruction, subject: DockerfileSubject, step: Step): Placed | undefined {
  const { pip, above } = step;
  const { keyword, pairs } = instruction;
  if (keyword === "WORKDIR") return { instruction, place: "both" };
  if (SETTINGS.test(keyword)) return { instruction, place: "final" };
  if (keyword === "COPY") return placeCopy(instruction, subject, step);
  if (keyword === "RUN") return placeRun(instruction, subject);
  if (keyword !== "ENV" && keyword !== "ARG") return undefined;
  const names = pairs.map(({ name }) => name);
  if (names.length === 0 || !names.every((name) => /^\w+$/.test(name) && !OTHER_PLACE.test(name))) return undefined;
  const all = subject.final.instructions.filter((other) => other !== instruction);
  const asks = (others: readonly Instruction[]) => others.some((other) => names.some((name) => mentions(other, name)));
  if (keyword === "ARG")
    return { instruction, place: asks(all.filter((other) => other !== pip.instruction)) ? "both" : "builder" };
  if (names.every((name) => name.startsWith("PIP_"))) return { instruction, place: "builder" };
  const isForBuilder =
    names.some((name) => FOR_INSTALLS.test(name)) ||
    asks([...above, pip.instruction].filter((other) => other !== instruction));
  return { instruction, place: isForBuilder ? "both" : "final" };
}

function mentions({ argument, flags, heredocs }: Instruction, name: string): boolean {
  const asks = new RegExp(String.raw`\$\{?${name}\b`);
  return [argument, ...heredocs, ...flags.map(({ value = "" }) => value)].some((text) => asks.test(text));
}

function placeRun(instruction: Instruction, { dockerfile }: DockerfileSubject): Placed | undefined {
  if (instruction.heredocs.length > 0) return undefined;
  const commands = shellCommands(instruction, dockerfile);
  const step = pipStep(instruction, dockerfile);
  if (step && step.install === undefined) return { instruction, place: "builder" };
  if (commands.length > 0 && commands.every((command) => SETS_UP.test(programOf(command))))
    return { instruction, place: "final" };
  const role = packagesRole(commands);
  return role && { instruction, place: role === "build" ? "builder" : "final" };
}

/** The requirements' own COPY stays; the source goes, unless the installation may need it. */
function placeCopy(instruction: Instruction, subject: DockerfileSubject, step: Step): Placed | undefined {
  const { pip, copies, wanted } = step;
  const copy = copies.find((each) => each.instruction === instruction);
  if (!copy || copy.from !== undefined || instruction.heredocs.length > 0) return undefined;
  if (copy.sources.some(({ text }) => text.includes("$"))) return undefined;
  const isForPip = ({ text }: { readonly text: string }) =>
    /(?:^|\/)(?:requirements|constraints)[^/]*$/.test(text.replace(/\/$/, "")) || pip.files.includes(text);
  if (copy.sources.every(isForPip)) return { instruction, place: "builder" };
  if (!wanted) return { instruction, place: "both" };
  const before = copies.filter((other) => other !== copy && other.sources.every(isForPip));
  if (wanted.every((file) => before.some((other) => brings(other, file)))) return { instruction, place: "final" };
  const words = narrowed(copy, subject, wanted);
  return words === undefined ? { instruction, place: "both" } : { instruction, place: "narrowed", copies: words };
}

/** The files that pip reads, as absolute paths; undefined where it may read others too. */
function wantedFiles({ dockerfile, final }: DockerfileSubject, { files, packages, instruction }: PipStep) {
  const workdir = workdirAt(dockerfile, final, instruction);
  const isPlain = packages.every((name) => /^[A-Za-z0-9][\w.-]*(?:\[[\w,.-]*\])?(?:[<>=!~].*)?$/.test(name));
  if (workdir === undefined || !isPlain || files.some((file) => file.includes("://"))) return undefined;
  if (instruction.flags.some(({ value }) => value?.includes("type=bind"))) return undefined;
  return files.map((file) => (file.startsWith("/") ? path.normalize(file) : path.join(workdir, file)));
}

function brings(copy: CopiedFiles, file: string): boolean {
  return copy.sources.some(({ text }) => {
    const plain = path.normalize(text).replace(/^\/|\/$/g, "");
    const inFolder = path.join(path.dirname(plain), path.basename(file)).replace(/^\.\//, "");
    return [plain, inFolder, `${plain}/${path.basename(file)}`].some((each) => imagePath(copy, each, false) === file);
  });
}

/** The words of a COPY that takes the requirements alone, where the project's files tell that those suffice. */
function narrowed(copy: CopiedFiles, { context, project }: DockerfileSubject, wanted: readonly string[]) {
  const { instruction, sources, destination } = copy;
  const [source, target] = instruction.words;
  if (!context || !source || !target || instruction.exec || sources.length !== 1 || !destination) return undefined;
  const folder = path.normalize(`${source.text}/`).replace(/^\.?\//, "");
  const inside = wanted.map((file) => path.relative(destination, file));
  const texts = inside.map((file) => project.files.get(`${context.folder}${folder}${file}`)?.text);
  const [first] = inside;
  if (first === undefined || inside.some((file) => file.includes("/")) || !/^[\w./-]+$/.test(target.text))
    return undefined;
  if (!texts.every((text) => text !== undefined && standsAlone(text))) return undefined;
  const slash = /(?:^|\/)\.{0,2}$/.test(target.text) ? "" : "/";
  return `${inside.map((file) => folder + file).join(" ")} ${target.text}${slash}`;
}

function ownerOf({ keyword, flags }: Instruction): boolean {
  return keyword === "COPY" && flags.some(({ name, value = "" }) => name === "chown" && !/^\d+(?::\d+)?$/.test(value));
}
