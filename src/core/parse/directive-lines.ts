import type { SourceFile } from "../submission";
import type { DockerfileModel } from "./dockerfile-model";

/** A comment line that has the form of a directive: `# syntax=…`, `# escape=…`, `# check=…`. */
export interface DirectiveLine {
  /** counted from 0 */
  readonly line: number;
  /** lower case */
  readonly name: string;
  readonly value: string;
  /** where the name begins and the value ends */
  readonly start: number;
  readonly end: number;
  /** it stands where Docker reads directives: at the top, with nothing but directives above it */
  readonly counts: boolean;
  /** only comments stand between it and an instruction below */
  readonly isAboveInstruction: boolean;
  /** no instruction stands above it */
  readonly isAtTop: boolean;
}

const DIRECTIVE = /^\s*#\s*(syntax|escape|check)\s*=\s*(\S(?:.*\S)?)\s*$/i;
const MAY_HAVE_ONE = /#\s*(?:syntax|escape|check)\s*=/i;
const SHEBANG = /^#!/;

/**
 * The lines of a Dockerfile that are directives, or look like one. Those inside instructions and heredocs are none, and
 * neither is prose that happens to begin so. https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export function directiveLines({ text }: SourceFile, model: DockerfileModel): readonly DirectiveLine[] {
  if (!MAY_HAVE_ONE.test(text)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  const instructions = [...model.preamble, ...model.stages.flatMap((stage) => stage.instructions)];
  const starts = new Set(instructions.map(({ range }) => range.start.line));
  const inside = new Set(instructions.flatMap(({ range }) => linesBetween(range.start.line, range.end.line)));
  const first = Math.min(lines.length, ...starts);
  const below = linesBelowComments(lines);
  const found: DirectiveLine[] = [];
  let counts = true;
  for (const [line, content] of lines.entries()) {
    const [, name = "", value = ""] = DIRECTIVE.exec(content) ?? [];
    const isDirective = name !== "" && !inside.has(line) && hasItsForm(name, value);
    if (name === "" && !(line === 0 && SHEBANG.test(content))) counts = false;
    if (!isDirective) continue;
    const start = content.indexOf(name);
    const end = content.trimEnd().length;
    found.push({
      ...{ line, name: name.toLowerCase(), value, start, end, counts },
      isAboveInstruction: starts.has(below[line] ?? -1),
      isAtTop: line < first,
    });
  }
  return found;
}

/** For each line, the next one below it that is no comment. */
function linesBelowComments(lines: readonly string[]): readonly number[] {
  const below: number[] = [];
  for (let line = lines.length - 1; line >= 0; line -= 1)
    below[line] = /^\s*#/.test(lines[line + 1] ?? "") ? (below[line + 1] ?? line + 1) : line + 1;
  return below;
}

function hasItsForm(name: string, value: string): boolean {
  if (/^escape$/i.test(name)) return value === "\\" || value === "`";
  if (/^check$/i.test(name)) return /^(?:skip|error|experimental)\s*=/i.test(value);
  return !/\s/.test(value);
}

function linesBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
