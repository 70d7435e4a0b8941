import type { DockerfileModel, Instruction } from "./dockerfile-model";
import { lex } from "./shell-lex";

/**
 * Sets in `values` what one ENV or ARG line sets, its variables put in; any other instruction changes nothing. For going
 * through a stage once: what must be known at one place only is `substituted`'s to say.
 */
export function setVariables(
  values: Map<string, string>,
  { keyword, pairs }: Instruction,
  { escape, globalArgs }: DockerfileModel,
): void {
  if (keyword !== "ENV" && keyword !== "ARG") return;
  const read = (value: string): string | undefined => {
    const result = lex(value, { escape, lookup: (name) => values.get(name) });
    return result.ok ? result.text : undefined;
  };
  if (keyword === "ENV") {
    // The values of one ENV line are read before any of them is set: in `ENV A=1 B=$A`, B gets what A was before.
    for (const [name, text] of pairs.map(({ name, value = "" }) => [name, read(value)] as const))
      if (text !== undefined) values.set(name, text);
    return;
  }
  for (const { name, value } of pairs) {
    const text = (value === undefined ? undefined : read(value)) ?? globalArgs.get(name);
    if (text !== undefined) values.set(name, text);
  }
}
