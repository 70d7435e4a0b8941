import { lineIndex } from "./line-index";
import type { ToRange } from "./argument-ranges";
import type { Instruction } from "./dockerfile-model";

const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "ash", "dash", "zsh"]);

export interface HeredocScript {
  readonly text: string;
  readonly toRange: ToRange;
}

/**
 * The body of a RUN's first heredoc, where a shell reads it: nothing else stands in the instruction, or only a shell.
 * `cat <<EOF > file` is data, and a body that begins with `#!/usr/bin/env python` is no shell's.
 * @param programs what the instruction's own line runs
 */
export function heredocScript(
  { keyword, heredocs, range }: Instruction,
  programs: readonly string[],
): HeredocScript | undefined {
  const [body] = heredocs;
  if (keyword !== "RUN" || body === undefined) return undefined;
  if (programs.length > 1 || programs.some((program) => !SHELLS.has(program))) return undefined;
  const shebang = /^#!.*/.exec(body)?.[0];
  if (shebang !== undefined && !/\b(ba|da|a|z)?sh\b/.test(shebang)) return undefined;
  // Bodies and the lines that end them are the instruction's last lines, so the first begins this far above its end.
  const lines = heredocs.reduce((sum, each) => sum + each.split("\n").length, 0);
  const first = range.end.line - lines + 1;
  const index = lineIndex(body);
  return {
    text: body,
    toRange(start, end) {
      const inside = index.range(start, end);
      return {
        start: { line: inside.start.line + first, character: inside.start.character },
        end: { line: inside.end.line + first, character: inside.end.character },
      };
    },
  };
}
