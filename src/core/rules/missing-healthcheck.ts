import { hasPython, probeCommand, probedPort } from "../edit/health-probe";
import { indentOf, keywordLike } from "../edit/keyword-case";
import { insertAfter, insertBefore, replace } from "../edit/lines";
import { servesWeb } from "../image/serves-web";
import type { Fix, TextEdit } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";

/**
 * What is shipped has no HEALTHCHECK, or `HEALTHCHECK NONE`; one in a builder, in a comment or behind ONBUILD does not count.
 * Silent where nothing shows that a web app is started: a tool that runs once has no health to ask for.
 * https://docs.docker.com/reference/dockerfile/#healthcheck
 */
export const missingHealthcheck = defineRule({
  id: "missing-healthcheck",
  title: "Docker cannot tell whether the app works",
  severity: "warning",
  fix: "preferred",
  check: "healthcheck",
  courseGoal: true,
  equivalents: { hadolint: ["DL3057"] },
  messages: {
    none: {
      observed: "The image has no HEALTHCHECK.",
      why: "Docker then sees only whether the process runs, not whether the app answers.",
      next: "Add a command that asks the app how it is, with a program that the image has.",
    },
    disabled: {
      observed: "HEALTHCHECK NONE switches the health check off.",
      why: "Docker then sees only whether the process runs, not whether the app answers.",
      next: "Put a command in its place that asks the app how it is.",
    },
  },

  dockerfile(subject) {
    const { final } = subject;
    const { kind, instruction } = effectiveHealthcheck(final);
    if (kind === "defined" || !servesWeb(subject)) return [];
    const isOwn = instruction !== undefined && final.instructions.includes(instruction);
    const fixes = hasPython(subject) && (!instruction || isOwn) ? [fixOf(subject)] : [];
    return instruction
      ? [{ message: "disabled", range: instruction.argumentRange, fixes }]
      : [{ message: "none", range: final.fromRange, fixes }];
  },
});

function fixOf(subject: DockerfileSubject): Fix {
  const { instruction } = effectiveHealthcheck(subject.final);
  const probe = `CMD ${probeCommand(probedPort(subject))}`;
  const edits = [instruction ? replace(instruction.argumentRange, probe) : insertion(subject, probe)];
  return { title: "Ask the app on /health, with Python", edits, preferred: true };
}

/** Above what starts the app, else at the end of the stage. */
function insertion({ file, dockerfile, final }: DockerfileSubject, probe: string): TextEdit {
  const start = final.instructions.find(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD");
  const last = final.instructions.at(-1);
  const like = start ?? last;
  const indent = like ? indentOf(file, like) : "";
  const keyword = like ? keywordLike(like, "HEALTHCHECK") : "HEALTHCHECK";
  const settings = "--interval=30s --timeout=3s --start-period=5s --retries=3";
  const lines = [`${indent}${keyword} ${settings} ${dockerfile.escape}`, `${indent}    ${probe}`];
  if (start) return insertBefore(file, dockerfile, start, lines);
  return last ? insertAfter(file, last, lines) : replace(final.fromRange, final.from);
}
