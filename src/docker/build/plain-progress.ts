import type { BuildStep } from "../../core/container-engine";
import { isInstruction, keepLine, type TraceDecoder, type TraceListener } from "./build-trace";

/**
 * Decodes `--progress=plain`, for a buildx before 0.13 that does not know rawjson: `#5 [builder 2/4] WORKDIR /app`,
 * then `#5 CACHED`, `#5 DONE 0.1s` or `#5 ERROR: …`, and `#5 0.123 …` for what a step prints.
 */
export function plainProgress(listener: TraceListener): TraceDecoder {
  const steps = new Map<string, BuildStep & { readonly output: string[] }>();
  const closing: string[] = [];
  let failure: { message: string; output: readonly string[] } | undefined;

  const change = (id: string, part: Partial<BuildStep>) => {
    const before = steps.get(id);
    if (!before) return;
    const step = { ...before, ...part };
    steps.set(id, step);
    listener.onStep(publicPart(step));
  };

  return {
    line(text) {
      listener.onLog(text);
      const [, id, rest = ""] = /^#(\d+) (.*)$/.exec(text) ?? [];
      if (id === undefined) {
        if (text !== "") closing.push(text);
        return;
      }
      const known = steps.get(id);
      const [, seconds] = /^DONE ([\d.]+)s$/.exec(rest) ?? [];
      const [, error] = /^ERROR: (.*)$/.exec(rest) ?? [];
      if (!known) {
        steps.set(id, { id, name: rest, state: "running", output: [] });
        change(id, {});
      } else if (rest === "CACHED") change(id, { state: "cached" });
      else if (seconds !== undefined) change(id, { state: "done", durationMs: Math.round(Number(seconds) * 1000) });
      else if (error !== undefined) {
        failure ??= { message: error, output: known.output };
        change(id, { state: "failed" });
      } else keepLine(known.output, rest.replace(/^\d+\.\d+ /, ""));
    },
    trace: () => ({
      steps: [...steps.values()].filter(({ name }) => isInstruction(name)).map(publicPart),
      closing,
      ...(failure && { failure }),
    }),
  };
}

function publicPart({ id, name, state, durationMs }: BuildStep): BuildStep {
  return { id, name, state, ...(durationMs !== undefined && { durationMs }) };
}
