import { lineRange } from "../text";
import type { Check } from "./check";

const OUTPUT_LINES = 12;

/** The engine builds the folder's context with its Dockerfile. */
export const imageBuilds: Check = {
  id: "image-builds",
  dependsOn: "dockerfile-exists",
  async judgeBehaviour(bench) {
    const built = await bench.image();
    if (built.outcome === "built") {
      const cached = built.steps.filter((step) => step.state === "cached").length;
      return {
        status: "passed",
        observed: `The image builds (${built.steps.length} steps, ${cached} of them from the cache).`,
        evidence: { imageId: built.imageId, buildMs: built.durationMs, cachedSteps: cached },
      };
    }
    const where = built.instruction === undefined ? "" : ` at: ${built.instruction}`;
    const output = built.output.slice(-OUTPUT_LINES);
    return {
      status: "failed",
      observed: [`The build stopped${where}`, built.message, ...output].join("\n"),
      why: "Without an image there is nothing to run, so the checks that look at the running app wait for this one.",
      next:
        built.line === undefined
          ? "Read the last lines of the log; they name what is missing. Then build again."
          : `Look at line ${built.line + 1} of the Dockerfile and at what it printed, mend it, and build again.`,
      ...(built.line !== undefined && { location: { file: "Dockerfile", range: lineRange(built.line) } }),
      evidence: { message: built.message, output: built.output },
    };
  },
};
