import { keyAt } from "../compose/key-at";
import { contains } from "../range";
import type { DockerfileModel, Instruction } from "../parse/dockerfile-model";
import type { Position, TextRange } from "../text";
import { COMPOSE_KEYS } from "./compose-keys";
import { FLAGS } from "./flags";
import type { HoverText } from "./hover-text";
import { INSTRUCTIONS } from "./instructions";

export interface Hover {
  readonly title: string;
  readonly text: HoverText;
  /** the word that it is about */
  readonly range: TextRange;
}

/** What there is to say about the instruction or flag at a place of a Dockerfile; undefined for anything else. */
export function dockerfileHover(dockerfile: DockerfileModel, position: Position): Hover | undefined {
  for (const instruction of dockerfile.stages.flatMap(({ instructions }) => instructions)) {
    if (!contains(instruction.range, position)) continue;
    const flag = instruction.flags.find(({ range }) => contains(range, position));
    if (flag) return hover(FLAGS, `${instruction.keyword} --${flag.name}`, flag.range);
    if (contains(instruction.keywordRange, position))
      return hover(INSTRUCTIONS, instruction.keyword, instruction.keywordRange);
    return innerInstruction(instruction, position);
  }
  return undefined;
}

/** What stands behind ONBUILD, and the CMD of a HEALTHCHECK. */
function innerInstruction({ keyword, words }: Instruction, position: Position): Hover | undefined {
  const [first] = words;
  if (keyword !== "ONBUILD" || !first || !contains(first.range, position)) return undefined;
  return hover(INSTRUCTIONS, first.text.toUpperCase(), first.range);
}

/** What there is to say about the key at a place of a Compose file. */
export function composeHover(text: string, position: Position): Hover | undefined {
  const found = keyAt(text, position);
  if (!found) return undefined;
  const general = found.path.map((part, index) => (isOwnName(found.path, index) ? "*" : String(part))).join(".");
  return hover(COMPOSE_KEYS, general, found.range, found.path.at(-1));
}

/** Names that the file's author gave: of services, of what they depend on, of list items. */
function isOwnName(path: readonly (string | number)[], index: number): boolean {
  if (typeof path[index] === "number") return true;
  return (index === 1 && path[0] === "services") || (index === 3 && path[2] === "depends_on");
}

function hover(
  texts: Readonly<Record<string, HoverText>>,
  key: string,
  range: TextRange,
  title: string | number = key,
): Hover | undefined {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return text && { title: String(title), text, range };
}
