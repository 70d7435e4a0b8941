import { notRead } from "../left-out";
import type { ParsedSubmission } from "../parse/parse-submission";
import type { Check, Verdict } from "./check";

const WHY =
  "The Dockerfile is the recipe that Docker builds your image from. Without one that it can read, nothing else can be built.";

/** The folder has a Dockerfile that BuildKit would parse and that has at least one stage. */
export const dockerfileExists: Check = {
  id: "dockerfile-exists",
  judgeFiles(parsed) {
    const { dockerfile } = parsed;
    if (!dockerfile) return missing(parsed);
    const [problem] = dockerfile.problems;
    if (problem) {
      return {
        status: "failed",
        observed: problem.message,
        why: WHY,
        next:
          dockerfile.stages.length === 0 && dockerfile.problems.length === 1
            ? "Write your first instruction, FROM, into the Dockerfile and save it."
            : `Mend line ${problem.range.start.line + 1} of the Dockerfile.`,
        location: { file: dockerfile.path, range: problem.range },
        evidence: { problems: dockerfile.problems.length },
      };
    }
    const stages = dockerfile.stages.length;
    return {
      status: "passed",
      observed: `The Dockerfile can be read and has ${stages} ${stages === 1 ? "stage" : "stages"}.`,
      evidence: { stages },
    };
  },
};

function missing({ submission }: ParsedSubmission): Verdict {
  const unread = notRead(submission, "Dockerfile");
  if (unread) return { status: "failed", why: WHY, ...unread };
  const lookalike = [...submission.paths].find((path) => /^dockerfile(\.txt)?$/i.test(path));
  if (!lookalike) {
    return {
      status: "failed",
      observed: "There is no file named Dockerfile in this folder.",
      why: WHY,
      next: "Create a file named exactly Dockerfile, without an ending, beside requirements.txt.",
    };
  }
  return {
    status: "failed",
    observed: `There is a file named ${lookalike}, but Docker looks for one named exactly Dockerfile.`,
    why: WHY,
    next: `Rename ${lookalike} to Dockerfile. Windows may hide the ending: turn on “File name extensions” in the Explorer's View menu.`,
  };
}

/** The static verdict of the checks that look into the Dockerfile, where it cannot be read. */
export function unreadableDockerfile({ dockerfile }: ParsedSubmission): Verdict | undefined {
  if (dockerfile && dockerfile.problems.length === 0) return undefined;
  return {
    status: "failed",
    observed: "There is no Dockerfile that can be read yet.",
    why: "What it says decides this check.",
    next: "Get “Dockerfile exists” to pass first.",
  };
}
