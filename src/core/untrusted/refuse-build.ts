import type { BuildRequest } from "../container-engine";
import { parseDockerfile } from "../parse/parse-dockerfile";
import type { ParsedSubmission } from "../parse/parse-submission";
import { judgeDockerfile } from "./judge-dockerfile";
import { quoted } from "./quoted";
import type { Refusal } from "./refusal";

/** Why a build of untrusted work is not even begun; undefined for one that may be. Trusted work is the builder's own to judge. */
export function refuseBuild(
  { trust, submission }: ParsedSubmission,
  { dockerfile, args = {} }: Pick<BuildRequest, "dockerfile" | "args">,
): Refusal | undefined {
  if (trust === "trusted") return undefined;
  const file = dockerfile.replace(/^\.\//, "");
  if (Object.keys(args).some((name) => /^BUILDKIT_/i.test(name))) {
    const message = "The build has arguments that set BuildKit itself.";
    return { file, message, next: "Remove the arguments that begin with BUILDKIT_." };
  }
  const source = submission.files.get(file);
  if (!source) {
    const message = `The build's Dockerfile ${quoted(file)} is none that the coach can read.`;
    return { file, message, next: "Name it Dockerfile, or with .Dockerfile at its end, inside the folder." };
  }
  // What is no Dockerfile to Docker's own reader may name another one for itself.
  const [problem] = parseDockerfile(source).problems;
  if (problem) return { file, message: problem.message, next: "Mend this line.", range: problem.range };
  return judgeDockerfile(source)[0];
}
