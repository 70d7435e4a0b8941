import { sharePackages } from "../edit/share-packages";
import { rootHomePackages } from "../image/root-home-packages";
import { startCommand } from "../image/start-command";
import type { DockerfileSubject } from "../lint/subjects";
import { defineRule } from "../lint/rule";
import { isRootUser } from "../parse/effective-user";
import { environmentOf } from "../parse/stage-environment";
import { userAt } from "../parse/user-at";

/**
 * Python packages of the shipped image lie in /root/.local: `pip install --user` in the stage or its local parents, or a
 * COPY of another stage's /root/.local below /root. A warning where the app runs as another user or starts a program that
 * PATH does not lead to. It speaks, as information, also while the app runs as root and works: so a fix that brings a
 * user never brings this finding. Silent where packages go elsewhere (/home/…, /usr/local) or /root is opened.
 */
export const depsInRootHome = defineRule({
  id: "deps-in-root-home",
  title: "The packages lie in root's home",
  severity: "warning",
  fix: "preferred",
  check: "container-healthy",
  messages: {
    home: {
      observed: "Python packages end up in /root/.local, which is part of root's home folder.",
      why: "Nobody but root can look in there: an app that runs as another user does not find them.",
      next: "Install them in a place that all users can read, such as /usr/local.",
    },
  },

  dockerfile(subject) {
    const { installs, copies } = rootHomePackages(subject.dockerfile, subject.final);
    const range = copies[0]?.instruction.argumentRange ?? installs[0]?.option.range;
    if (!range) return [];
    const edits = sharePackages(subject);
    return [
      {
        message: "home",
        range,
        severity: isBroken(subject) ? "warning" : "information",
        fixes: edits ? [{ title: "Install the packages for all users", edits, preferred: true as const }] : [],
      },
    ];
  },
});

/** Whether the app fails: as another user than root, or because its program lies off the PATH. */
function isBroken({ dockerfile, final }: DockerfileSubject): boolean {
  const user = userAt(dockerfile, final);
  if (user !== undefined && !isRootUser(user)) return true;
  const program = startCommand(dockerfile, final)?.words[0]?.text ?? "";
  const path = environmentOf(dockerfile, final).get("PATH") ?? "";
  return PIP_PROGRAMS.has(program) && !path.includes(".local/bin");
}

/** Programs that come with packages, and with no base image. */
const PIP_PROGRAMS: ReadonlySet<string> = new Set(
  "celery daphne flask gunicorn hypercorn streamlit uvicorn uwsgi waitress-serve".split(" "),
);
