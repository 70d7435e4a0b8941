import type { DockerfileModel } from "../parse/dockerfile-model";
import type { ParsedSubmission } from "../parse/parse-submission";
import { lineRange } from "../text";
import { refuseBuild } from "../untrusted/refuse-build";
import type { Check, Verdict } from "./check";
import { refusedVerdict } from "./refused-verdict";

const OUTPUT_LINES = 12;

/** The engine builds the folder's context with its Dockerfile. */
export const imageBuilds: Check = {
  id: "image-builds",
  dependsOn: "dockerfile-exists",
  judgeFiles: refused,
  async judgeBehaviour(bench, parsed) {
    const refusal = refused(parsed);
    if (refusal) return refusal;
    const built = await bench.image();
    if (built.outcome === "built") {
      const cached = built.steps.filter((step) => step.state === "cached").length;
      return {
        status: "passed",
        observed: `The image builds (${built.steps.length} steps, ${cached} of them from the cache).`,
        evidence: { imageId: built.imageId, buildMs: built.durationMs, cachedSteps: cached },
      };
    }
    const line = built.line ?? lineOf(built.instruction, parsed.dockerfile);
    const where = built.instruction === undefined ? "" : ` at: ${built.instruction}`;
    const output = built.output.slice(-OUTPUT_LINES);
    return {
      status: "failed",
      observed: [`The build stopped${where}`, built.message, ...output].join("\n"),
      why: "Without an image there is nothing to run, so the checks that look at the running app wait for this one.",
      next:
        line === undefined
          ? "Read the last lines of the log; they name what is missing. Then build again."
          : `Look at line ${line + 1} of the Dockerfile and at what it printed, mend it, and build again.`,
      ...(line !== undefined && { location: { file: "Dockerfile", range: lineRange(line) } }),
      evidence: { message: built.message, output: built.output },
    };
  },
};

/** A Dockerfile of untrusted work that asks for more than it gets; one that cannot be read is another check's to tell. */
function refused(parsed: ParsedSubmission): Verdict | undefined {
  if (parsed.dockerfile?.problems.length !== 0) return undefined;
  const refusal = refuseBuild(parsed, { dockerfile: "Dockerfile" });
  return refusal && refusedVerdict(refusal);
}

/** The first instruction that reads the same, white space aside, for engines that do not name the line. */
function lineOf(instruction: string | undefined, dockerfile: DockerfileModel | undefined): number | undefined {
  const words = (text: string) => text.split(/\s+/).join(" ").trim();
  const found = dockerfile?.stages
    .flatMap((stage) => stage.instructions)
    .find(({ keyword, flags, argument }) => {
      const written = flags.map(({ name, value }) => `--${name}${value === undefined ? "" : `=${value}`}`);
      return words([keyword, ...written, argument].join(" ")) === words(instruction ?? "");
    });
  return found?.range.start.line;
}
