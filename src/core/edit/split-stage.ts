import { pipStep, type PipStep } from "../image/pip-step";
import { worksWithout } from "../image/works-without";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction } from "../parse/dockerfile-model";
import { indentOf, keywordLike } from "./keyword-case";
import { deleteLines, firstLineOf, insertAfter, linesOf, replace } from "./lines";
import { slimVersion } from "./slim-version";
import { splitPlan, type Placed } from "./split-plan";

/** Where the packages lie between the stages. */
const PREFIX = "/install";
/** A stage with more instructions is no longer one that can be understood line by line. */
const MOST = 60;

/**
 * Makes a builder and a slim final stage of a single one that installs its packages with one `pip install`. All that stands
 * below the installation stays where it is, and so belongs to the final stage; above it, a line goes there if the app needs
 * it. None where anything is in the file of which it is not sure that it works in two stages as it does in one.
 */
export function splitStage(subject: DockerfileSubject): Fix | undefined {
  const { file, dockerfile, final, context } = subject;
  const [from, ...instructions] = final.instructions;
  if (
    !from ||
    instructions.length > MOST ||
    dockerfile.stages.length !== 1 ||
    dockerfile.problems.length > 0 ||
    context?.target !== undefined
  )
    return undefined;
  const [pip, ...more] = instructions.flatMap((each) => pipStep(each, dockerfile) ?? []).filter(isMain);
  const image = slimVersion(dockerfile, final);
  if (!pip?.install || more.length > 0 || pip.prefix !== undefined || image === undefined) return undefined;
  const plan = splitPlan(subject, pip);
  const head = headOf(subject, from);
  if (!plan || head === undefined || !worksWithout(subject, pip)) return undefined;
  const builder = final.name ?? "builder";
  return {
    title: `Install in a first stage, ship a second one from ${image}`,
    edits: [
      ...(final.name === undefined ? [behind(final.fromRange, keywordLike(from, ` AS ${builder}`))] : []),
      ...plan.flatMap((placed) => whatStays(subject, placed)),
      behind(pip.install, ` --prefix=${PREFIX}`),
      insertAfter(file, pip.instruction, ["", head + image, ...whatComes(subject, plan, builder)]),
    ],
  };
}

function isMain({ install }: PipStep): boolean {
  return install !== undefined;
}

function behind({ end }: TextEdit["range"], newText: string): TextEdit {
  return replace({ start: end, end }, newText);
}

/** FROM with its flags, up to the image; undefined where they stand on several lines. */
function headOf({ file, final }: DockerfileSubject, { range }: Instruction): string | undefined {
  const { line, character } = final.fromRange.start;
  return line === range.start.line ? linesOf(file)[line]?.slice(0, character) : undefined;
}

/** What becomes of a line in the first stage. */
function whatStays({ file, dockerfile }: DockerfileSubject, placed: Placed): readonly TextEdit[] {
  const { instruction, place } = placed;
  if (place === "builder" || place === "both") return [];
  const first = firstLineOf(file, dockerfile, instruction);
  const { end } = instruction.range;
  if (place === "narrowed") {
    const line = `${indentOf(file, instruction)}${instruction.writtenKeyword} ${placed.copies}`;
    return [replace({ start: { line: first, character: 0 }, end }, line)];
  }
  // of two blank lines around it one goes along
  const lines = linesOf(file);
  const isBlank = (line: number) => lines[line]?.trim() === "";
  return [deleteLines(file, first, isBlank(first - 1) && isBlank(end.line + 1) ? end.line + 1 : end.line)];
}

/** The final stage's lines: those that it shares with the first stage, those that move, and the packages before the source. */
function whatComes(subject: DockerfileSubject, plan: readonly Placed[], builder: string): readonly string[] {
  const { file, dockerfile, final } = subject;
  const [from] = final.instructions;
  const lines = linesOf(file);
  const packages = from
    ? `${indentOf(file, from)}${keywordLike(from, "COPY")} --from=${builder} ${PREFIX} /usr/local`
    : "";
  const moved = plan.flatMap(({ instruction, place }) => {
    if (place === "builder") return [];
    const { start, end } = instruction.range;
    const first = place === "both" ? start.line : firstLineOf(file, dockerfile, instruction);
    return [{ isCopy: instruction.keyword === "COPY", lines: lines.slice(first, end.line + 1) }];
  });
  const copy = moved.findIndex(({ isCopy }) => isCopy);
  const before = copy === -1 ? moved : moved.slice(0, copy);
  const after = copy === -1 ? [] : moved.slice(copy);
  return [...before.flatMap((each) => each.lines), packages, ...after.flatMap((each) => each.lines)];
}
