import { replace } from "../edit/lines";
import { keywordLike } from "../edit/keyword-case";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { Instruction, InstructionFlag, Stage } from "../parse/dockerfile-model";
import { closestWord } from "../parse/problems/closest-word";
import { unknownCopies } from "../parse/unknown-copies";
import type { TextRange } from "../text";

/**
 * `COPY --from=` names neither a stage above its own (by name without case, or by number), nor a context that Compose
 * gives, nor what looks like an image (`/`, `:`, `.`, or a well-known one). Its own stage counts as unknown. Silent for
 * variables, which Docker refuses by itself, and behind ONBUILD. https://docs.docker.com/reference/dockerfile/#copy---from
 */
export const copyFromUnknown = defineRule({
  id: "copy-from-unknown",
  title: "COPY --from names a stage that is not there",
  severity: "error",
  fix: "preferred",
  check: "image-builds",
  equivalents: { hadolint: ["DL3022", "DL3023"] },
  saidBy: ["hadolint"],
  messages: {
    unknown: {
      observed: "No stage above this one is called {from}.",
      why: "Docker then looks for an image of that name, and the build fails where there is none.",
      next: "Write the name that stands behind AS in the stage to copy from.",
    },
    number: {
      observed: "No stage above this one has the number {from}.",
      why: "Stages are counted from 0, and only those above can be copied from, so the build fails here.",
      next: "Give the earlier stage a name with AS, and write that.",
    },
    later: {
      observed: "The stage {from} comes further down.",
      why: "Files can only be copied from a stage above, so the build fails here.",
      next: "Move that stage up.",
    },
    own: {
      observed: "This copies from the stage that it stands in.",
      why: "A stage can only copy from those above it, so the build fails here.",
      next: "Name the earlier stage that has the files.",
    },
  },

  dockerfile({ dockerfile, context }) {
    return unknownCopies(dockerfile, context?.namedContexts).map(({ stage, flag, from, target }) => {
      const isNumber = /^\d+$/.test(from);
      const message = target === stage ? "own" : target ? "later" : isNumber ? "number" : "unknown";
      const range = valueOf(flag, from);
      const isPlain = range !== flag.range;
      const fixes = message === "later" || !isPlain ? [] : fixesFor(from, range, stage, dockerfile.stages);
      return { message, values: { from }, range, fixes } as const;
    });
  },
});

/** The flag's value, where it stands on one line without quotes; else the whole flag. */
function valueOf({ range }: InstructionFlag, value: string): TextRange {
  const { start, end } = range;
  const isPlain = start.line === end.line && end.character - start.character === "--from=".length + value.length;
  return isPlain ? { start: { ...end, character: end.character - value.length }, end } : range;
}

/** So many stages above are looked at for a name that may be meant: more than any real file has. */
const NEAREST = 50;

/** The nearest name; else the only stage above, by its name, or given the name that is asked for. */
function fixesFor(from: string, range: TextRange, user: Stage, stages: readonly Stage[]): readonly Fix[] {
  const above = stages.slice(Math.max(0, user.index - NEAREST), user.index);
  const [only, ...more] = above;
  const near = closestWord(
    from,
    above.flatMap(({ name }) => name ?? []),
  );
  if (near !== undefined) return [{ title: `Copy from ${near}`, edits: [replace(range, near)], preferred: true }];
  if (!only || more.length > 0) return [];
  if (only.name !== undefined)
    return [{ title: `Copy from ${only.name}, the only stage above`, edits: [replace(range, only.name)] }];
  const [line] = only.instructions;
  const canBeNamed = line && line.words.length === 1 && /^[a-z][a-z0-9_.-]*$/i.test(from);
  return canBeNamed && user.name?.toLowerCase() !== from.toLowerCase() ? [nameIt(line, only, from)] : [];
}

function nameIt(line: Instruction, { fromRange: { end } }: Stage, name: string): Fix {
  const edit = replace({ start: end, end }, `${keywordLike(line, " AS")} ${name}`);
  return { title: `Call the stage above ${name}`, edits: [edit], preferred: true };
}
