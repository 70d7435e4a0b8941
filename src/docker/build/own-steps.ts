import { isInstruction } from "./build-trace";

/** The steps of a build and what each starts from; a step's first input is the file system that it goes on with. */
export type StepGraph = ReadonlyMap<string, { readonly name: string; readonly inputs?: readonly string[] }>;

/**
 * The steps that made the final image's layers on top of its base image, from the base up: the way from the step that no
 * other starts from, down to its FROM. Undefined where there is not exactly one such step.
 */
export function ownSteps(graph: StepGraph): readonly string[] | undefined {
  const used = new Set([...graph.values()].flatMap(({ inputs }) => inputs ?? []));
  const ends = [...graph].filter(([digest, { name }]) => isInstruction(name) && !used.has(digest));
  if (ends.length !== 1) return undefined;
  const names: string[] = [];
  let digest = ends[0]?.[0];
  while (digest !== undefined) {
    const step = graph.get(digest);
    if (!step || !isInstruction(step.name)) return names.reverse();
    const instruction = step.name.replace(/^\[[^\]]*\] /, "");
    if (/^FROM\b/i.test(instruction)) return names.reverse();
    // A second step of one and the same instruction (COPY --link) makes no layer that could be told apart.
    names.push(instruction);
    digest = step.inputs?.[0];
  }
  return names.reverse();
}
