import type { Fix } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { DirectiveLine } from "../parse/directive-lines";
import { parseDockerfile } from "../parse/parse-dockerfile";
import { applyEdits } from "./apply-edits";
import { deleteLines, insertLines, linesOf, replace } from "./lines";

type Subject = Pick<DockerfileSubject, "file" | "dockerfile">;

/** Frontends that read whatever today's Docker reads. */
const CURRENT_SYNTAX = /^docker\/dockerfile(?::(?:latest|labs|1|1-labs|1\.(?:[4-9]|\d\d)(?:[.-].*)?))?$/;

/**
 * Moves a directive to the first line, where Docker reads it. None where the file would then mean something else, or an
 * old or unknown reader of Dockerfiles would be asked to read it.
 */
export function moveUp({ file, dockerfile }: Subject, { line, name, value }: DirectiveLine): readonly Fix[] {
  if (file.text.startsWith("#!")) return [];
  const edits = [insertLines(file, 0, [(linesOf(file)[line] ?? "").trim()]), deleteLines(file, line, line)];
  const fix: Fix = { title: "Move it to the first line", edits };
  if (name === "syntax") return CURRENT_SYNTAX.test(value) ? [{ ...fix, preferred: true }] : [];
  if (name === "check") return /error/i.test(value) ? [fix] : [{ ...fix, preferred: true }];
  const after = parseDockerfile({ ...file, text: applyEdits(file.text, edits) });
  const keeps = shape(after) === shape(dockerfile) || dockerfile.problems.length > 0;
  return after.problems.length === 0 && keeps ? [{ ...fix, preferred: true }] : [];
}

/** Of a directive that stands there twice, leaves one; the lists of two checks become one. */
export function mergeDirectives({ file }: Subject, first: DirectiveLine, second: DirectiveLine): readonly Fix[] {
  const without = ({ line }: DirectiveLine) => deleteLines(file, line, line);
  if (first.name === "check") {
    const range = {
      start: { line: first.line, character: first.end - first.value.length },
      end: { line: first.line, character: first.end },
    };
    const edits = [replace(range, mergedChecks(first.value, second.value)), without(second)];
    return [{ title: "Make one of the two", edits, preferred: true }];
  }
  if (first.value === second.value)
    return [{ title: "Delete the second one", edits: [without(second)], preferred: true }];
  return [
    { title: `Keep ${first.value}`, edits: [without(second)] },
    { title: `Keep ${second.value}`, edits: [without(first)] },
  ];
}

/** `skip=A;error=true` and `skip=B` are `skip=A,B;error=true`. */
function mergedChecks(one: string, other: string): string {
  const options = new Map<string, readonly string[]>();
  for (const option of [...one.split(";"), ...other.split(";")]) {
    const [name = "", list = ""] = option.split("=").map((part) => part.trim());
    const values = list.split(",").map((each) => each.trim());
    options.set(name, name === "error" ? values : [...new Set([...(options.get(name) ?? []), ...values])]);
  }
  return [...options].map(([name, values]) => `${name}=${values.includes("all") ? "all" : values.join(",")}`).join(";");
}

function shape({ preamble, stages }: DockerfileSubject["dockerfile"]): string {
  const instructions = [...preamble, ...stages.flatMap((stage) => stage.instructions)];
  return JSON.stringify(instructions.map(({ keyword, argument, heredocs }) => [keyword, argument, heredocs]));
}
