import type { BuildStep } from "../../core/container-engine";

/** What a build's progress comes down to, whichever way it was printed. */
export interface BuildTrace {
  readonly steps: readonly BuildStep[];
  /** the step that failed, and all that it printed */
  readonly failure?: { readonly message: string; readonly output: readonly string[] };
  /** lines that belong to no step: the engine's last words */
  readonly closing: readonly string[];
  /** names of the steps that made the final image's own layers, from the base up; undefined where they cannot be told */
  readonly ownSteps?: readonly string[];
}

/** Takes the lines of a progress format one by one. */
export interface TraceDecoder {
  line(text: string): void;
  trace(): BuildTrace;
}

/** Hears of a build as it happens. */
export interface TraceListener {
  onStep(step: BuildStep): void;
  onLog(line: string): void;
}

/** Lines of one step that are kept: what tells network trouble from a mistake may stand long before the end. */
const MOST_LINES = 2000;
const LONGEST_LINE = 4000;

export function keepLine(lines: string[], line: string): void {
  lines.push(line.slice(0, LONGEST_LINE));
  if (lines.length > MOST_LINES) lines.shift();
}

/** Whether a step is one of the Dockerfile's instructions, not `[internal] load …` or `exporting to image`. */
export function isInstruction(name: string): boolean {
  return /^\[(?!internal\])[^\]]*\d+\/\d+\] |^Step \d+\/\d+/i.test(name);
}
