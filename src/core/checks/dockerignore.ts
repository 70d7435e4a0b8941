import { notRead } from "../left-out";
import type { DockerignoreModel } from "../parse/dockerignore-model";
import { ignoreMatcher } from "../parse/ignore-matcher";
import type { ParsedSubmission } from "../parse/parse-submission";
import { lineRange } from "../text";
import type { Check, Verdict } from "./check";

const WHY =
  "What this file lists is never sent into an image by COPY: no caches, no virtual environments, no secrets, and fewer needless rebuilds.";

/** One of the paths of each group must be left out. A cache counts at the root or where it arises. */
const LEFT_OUT = [
  {
    what: "the Python cache",
    paths: ["__pycache__/app.cpython-311.pyc", "src/__pycache__/app.cpython-311.pyc", "app.pyc", "src/app.pyc"],
    line: "**/__pycache__",
  },
  {
    what: "the virtual environment",
    paths: ["venv/pyvenv.cfg", ".venv/pyvenv.cfg"],
    line: "venv and .venv, a line each",
  },
] as const;
const KEPT_IN = ["requirements.txt", "src/app.py"] as const;

/** Docker's own matching rules leave caches and environments out, and the app and its requirements in. */
export const dockerignore: Check = {
  id: "dockerignore",
  judgeFiles(parsed) {
    return parsed.dockerignore ? judgePatterns(parsed.dockerignore) : missing(parsed);
  },
};

function judgePatterns(file: DockerignoreModel): Verdict {
  const [problem] = file.problems;
  if (problem) {
    return {
      status: "failed",
      observed: problem.message,
      why: WHY,
      // Where the encoding is wrong, there are no lines to speak of.
      next:
        file.lines.length > 0
          ? `Mend line ${problem.range.start.line + 1} of ${file.path}, or take it out.`
          : `Save ${file.path} again as UTF-8 (in VS Code: click the encoding in the status bar).`,
      location: { file: file.path, range: problem.range },
    };
  }
  const hidden = KEPT_IN.filter((path) => file.ignores(path));
  if (hidden.length > 0) return hides(file, hidden);
  const open = LEFT_OUT.filter((group) => !group.paths.some((path) => file.ignores(path)));
  if (open.length > 0) return letsIn(file, open);
  return {
    status: "passed",
    observed: `${file.path} leaves caches and virtual environments out and keeps the app in.`,
  };
}

function hides(file: DockerignoreModel, hidden: readonly string[]): Verdict {
  const culprit = file.lines.find(
    (line) => !line.negated && hidden.some((path) => ignoreMatcher([line.pattern])(path)),
  );
  return {
    status: "failed",
    observed: `${file.path} also leaves out ${hidden.join(" and ")}, which the image needs.`,
    why: "COPY cannot see a file that is left out, so the build fails or the image has no app.",
    next: `Make the pattern narrower, or add ${hidden.map((path) => `!${path}`).join(" and ")} below it: the last line that matches wins.`,
    location: { file: file.path, range: culprit?.range ?? lineRange(0) },
    evidence: { hidden },
  };
}

function letsIn(file: DockerignoreModel, open: readonly (typeof LEFT_OUT)[number][]): Verdict {
  return {
    status: "failed",
    observed: `${file.path} does not leave out ${open.map((group) => group.what).join(" and ")}.`,
    why: WHY,
    next: `Add ${open.map((group) => group.line).join(", and ")}. Comments do not count, and unlike .gitignore a pattern without **/ matches at the top only.`,
    location: { file: file.path, range: lineRange(0) },
    evidence: { missing: open.map((group) => group.what) },
  };
}

function missing({ submission }: ParsedSubmission): Verdict {
  const unread = notRead(submission, ".dockerignore");
  if (unread) return { status: "failed", why: WHY, ...unread };
  const lookalike = [...submission.paths].find((path) => /^\.?dockerignore(\.txt)?$/i.test(path));
  return {
    status: "failed",
    observed: lookalike
      ? `There is a file named ${lookalike}, but Docker looks for one named exactly .dockerignore.`
      : "There is no file named .dockerignore in this folder.",
    why: WHY,
    next: lookalike
      ? `Rename ${lookalike} to .dockerignore.`
      : "Create a file named .dockerignore beside the Dockerfile.",
  };
}
