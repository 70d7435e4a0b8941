import { describeProject, servicesBehindProfiles, type ProjectGap } from "../compose/describe-project";
import { judgeRaw } from "../compose/judge-raw";
import { rewriteProject } from "../compose/rewrite-project";
import type { JudgedTexts } from "../container-engine";
import { notRead } from "../left-out";
import { COMPOSE_FILE_NAMES } from "../submission";
import type { ComposeFileModel } from "../parse/compose-file";
import type { ParsedSubmission } from "../parse/parse-submission";
import { judgeCompose } from "../untrusted/judge-compose";
import { judgedTexts } from "../untrusted/judged-texts";
import type { Bench, Check, PartVerdict, Verdict } from "./check";
import { runComposeParts, waiting } from "./compose-parts";
import { OUT_OF_TIME } from "./out-of-time";
import { refusedVerdict } from "./refused-verdict";

const WHY = "A Compose file starts the whole application with one command, the same for everybody who works on it.";

/** The file describes api and redis, both come up, and Redis keeps the count when the api is replaced. */
export const compose: Check = {
  id: "compose",
  judgeFiles: (parsed) => (parsed.composeFile ? judgeFile(parsed.composeFile, parsed) : missing(parsed)),
  async judgeBehaviour(bench, parsed) {
    const { composeFile, trust } = parsed;
    // A file that fails by itself must not reach Compose.
    if (!composeFile) return missing(parsed);
    const judged = trust === "untrusted" ? judgedTexts(parsed) : undefined;
    return judgeFile(composeFile, parsed) ?? judgeProject(bench, composeFile, judged);
  },
};

/** What can be said before Compose itself has read the file; undefined where nothing speaks against it. */
function judgeFile(file: ComposeFileModel, parsed: ParsedSubmission): Verdict | undefined {
  const [problem] = file.problems;
  if (problem) {
    return configFailed({
      observed: problem.message,
      next: `Mend line ${problem.range.start.line + 1} of ${file.path}. In YAML, what belongs together starts in the same column.`,
      location: { file: file.path, range: problem.range },
    });
  }
  if (parsed.trust === "untrusted") {
    const [refusal] = judgeCompose(file, parsed);
    return refusal && withParts(refusedVerdict(refusal));
  }
  const refused = judgeRaw(file.document, (path) => file.rangeOf(path)).find(({ severity }) => severity === "refused");
  if (!refused) return undefined;
  return configFailed({
    observed: refused.message,
    next: "Remove these lines; the challenge needs none of them.",
    ...(refused.range && { location: { file: file.path, range: refused.range } }),
  });
}

async function judgeProject(bench: Bench, file: ComposeFileModel, judged?: JudgedTexts): Promise<Verdict> {
  const resolution = await bench.engine.resolveCompose(file.path, judged);
  if (!resolution.accepted) {
    const [hidden] = servicesBehindProfiles(file.document);
    if (hidden) return gapFound(hidden, file);
    return configFailed({
      observed: `docker compose config does not accept ${file.path}:\n${resolution.output}`,
      next: "Read its message from the end: it names the line or the key. Mend that, then run the checks again.",
    });
  }
  const [gap] = describeProject(resolution.project, resolution.folder, file.document);
  if (gap) return gapFound(gap, file);
  const project = rewriteProject(resolution.project, resolution.folder);
  const seen = await runComposeParts(bench, project);
  const parts: readonly PartVerdict[] = [{ id: "config", status: "passed" }, ...seen.parts];
  const open = parts.find((part) => part.status !== "passed");
  return {
    status: open ? "failed" : "passed",
    observed: open?.observed ?? "Compose brings up api and redis, and the count outlives the api's container.",
    ...(open && { why: open.why ?? WHY, ...(open.next && { next: open.next }) }),
    parts,
    evidence: { leftOut: project.notes.map((note) => note.message), ...(seen.late && OUT_OF_TIME) },
  };
}

function gapFound(gap: ProjectGap, file: ComposeFileModel): Verdict {
  const range = file.rangeOf(gap.path);
  return configFailed({
    observed: gap.observed,
    next: gap.next,
    ...(range && { location: { file: file.path, range } }),
  });
}

function missing({ submission }: ParsedSubmission): Verdict {
  const unread = COMPOSE_FILE_NAMES.flatMap((name) => notRead(submission, name) ?? []);
  if (unread[0]) return configFailed(unread[0]);
  return configFailed({
    observed: `There is no Compose file in this folder; Compose looks for ${COMPOSE_FILE_NAMES.join(", ")}.`,
    next: "Create compose.yaml with the services api and redis.",
  });
}

function configFailed(text: Pick<Verdict, "observed" | "next" | "location">): Verdict {
  return withParts({ status: "failed", why: WHY, ...text });
}

/** The verdict as that of the part `config`, for which the others wait. */
function withParts(verdict: Verdict): Verdict {
  const { observed, why, next } = verdict;
  const config: PartVerdict = { id: "config", status: "failed", observed, ...(why && { why }), ...(next && { next }) };
  return { ...verdict, parts: [config, waiting("up"), waiting("counter")] };
}
