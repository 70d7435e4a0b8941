import type { TextRange } from "../text";

/** A package in a requirements file that any newer version will do for. */
export interface OpenRequirement {
  readonly name: string;
  /** of the name and its version */
  readonly range: TextRange;
}

const CONSTRAINED = /^[ \t]*(?:-c|--constraint)\b/m;
/** What may follow a package on its line: a condition, options such as hashes, a comment, a continuation. */
const BEHIND = /;|[ \t]--|[ \t]#|\\/;
const REQUIREMENT = /^([A-Za-z0-9][\w.-]*)[ \t]*(?:\[[^\]]*\])?[ \t]*\(?([<>!=~].*)?$/;
/** Versions that hold a package back from going on forever. */
const BOUND = /^[ \t]*(?:===?|~=|<)/;

/**
 * The packages of a requirements file without a version, or with nothing but a lowest one. `==`, `~=` and an upper bound
 * are versions enough; paths, addresses and options are none of this. None at all where a constraints file has a say.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function openRequirements(text: string): readonly OpenRequirement[] {
  if (CONSTRAINED.test(text)) return [];
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const cut = BEHIND.exec(line.slice(indent))?.index ?? line.length;
    const written = line.slice(indent, indent + cut).trimEnd();
    const [, name = "", versions = ""] = REQUIREMENT.exec(written) ?? [];
    const isFile = /\.(?:whl|zip|gz|tgz|txt)$/i.test(name);
    if (name === "" || isFile || versions.split(",").some((version) => BOUND.test(version))) return [];
    const [start, end] = [indent, indent + written.length];
    return [
      {
        name,
        range: { start: { line: index, character: start }, end: { line: index, character: end } },
      },
    ];
  });
}
