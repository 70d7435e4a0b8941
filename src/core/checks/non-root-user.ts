import { effectiveUser, isRootUser } from "../parse/effective-user";
import { stageChain } from "../parse/stage-chain";
import type { ParsedSubmission } from "../parse/parse-submission";
import type { Bench, Check, Verdict } from "./check";
import { unreadableDockerfile } from "./dockerfile-exists";

const TEXT = {
  why: "Whoever breaks into the app has the rights of its user. As root they could change every file in the container and try more from there.",
  next: "In the final stage, create a user (RUN useradd --create-home appuser) and switch to it with USER appuser before CMD.",
};

/** Process 1 of the running container has an effective uid other than 0. */
export const nonRootUser: Check = {
  id: "non-root-user",
  dependsOn: "image-builds",
  judgeFiles: (parsed) => unreadableDockerfile(parsed) ?? judgeUser(parsed),
  async judgeBehaviour(bench, parsed) {
    const answer = await bench.health();
    const running = answer.kind === "exited" ? undefined : await (await bench.container()).effectiveUid();
    if (running !== undefined) return verdictOf(running, "The app's process runs", parsed);
    return judgeConfigured(bench, parsed);
  },
};

/** The container does not stay up, or its process cannot be seen: the image's own passwd says who would run. */
async function judgeConfigured(bench: Bench, parsed: ParsedSubmission): Promise<Verdict> {
  const uid = await bench.engine.configuredUid(await bench.imageId());
  if (uid !== undefined) return verdictOf(uid, "The image is set to run", parsed);
  return {
    status: "failed",
    observed: "The image names a user that does not exist in it, so the container cannot start.",
    why: TEXT.why,
    next: "Create the user in the final stage, above the USER line: RUN useradd --create-home appuser.",
    ...userLocation(parsed),
  };
}

function verdictOf(uid: number, subject: string, parsed: ParsedSubmission): Verdict {
  if (uid !== 0) {
    return { status: "passed", observed: `${subject} as user number ${uid}, which is not root.`, evidence: { uid } };
  }
  return {
    status: "failed",
    observed: `${subject} as root (user number 0); expected any other user.${alias(parsed)}`,
    ...TEXT,
    ...userLocation(parsed),
    evidence: { uid },
  };
}

/** A second name for uid 0 looks harmless in the file, so it is named. */
function alias({ dockerfile }: ParsedSubmission): string {
  const stage = dockerfile?.stages.at(-1);
  const user = dockerfile && stage ? effectiveUser(dockerfile, stage).user : "root";
  return isRootUser(user) ? "" : ` ${user} is only another name for it.`;
}

/** What the final stage's lines say; undefined where an entrypoint may still drop root. */
function judgeUser({ dockerfile }: ParsedSubmission): Verdict | undefined {
  const stage = dockerfile?.stages.at(-1);
  if (!dockerfile || !stage) return undefined;
  const { user, instruction, fromBase } = effectiveUser(dockerfile, stage);
  if (fromBase || !isRootUser(user)) {
    return {
      status: "passed",
      observed: fromBase ? "the base image's own user is not root." : `it switches to USER ${user}.`,
    };
  }
  const mayDropRoot = stageChain(stage).some((link) => link.instructions.some((line) => line.keyword === "ENTRYPOINT"));
  if (mayDropRoot) return undefined;
  return {
    status: "failed",
    observed: instruction
      ? `The last USER of the final stage is ${user}, which is root.`
      : "The final stage has no USER line, so the app runs as root.",
    ...TEXT,
    location: { file: dockerfile.path, range: instruction?.argumentRange ?? stage.fromRange },
  };
}

function userLocation({ dockerfile }: ParsedSubmission): Pick<Verdict, "location"> {
  const stage = dockerfile?.stages.at(-1);
  if (!dockerfile || !stage) return {};
  const range = effectiveUser(dockerfile, stage).instruction?.argumentRange ?? stage.fromRange;
  return { location: { file: dockerfile.path, range } };
}
