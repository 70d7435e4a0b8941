import { replace } from "../edit/lines";
import { linesOf } from "../edit/lines";
import { listeningPort } from "../image/listening-port";
import { flaskApp } from "../image/flask-app";
import { asksFor } from "../image/requirements-facts";
import { startCommand } from "../image/start-command";
import { COURSE } from "../course";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { appPort } from "../image/app-port";

/**
 * The start command runs Flask's own server, by `flask run` or by a script that calls `app.run`, although gunicorn is among
 * the packages. Silent where the requirements or the script are not known.
 * https://flask.palletsprojects.com/en/stable/deploying/
 */
export const developmentServer = defineRule({
  id: "development-server",
  title: "The app runs on Flask's development server",
  severity: "hint",
  fix: "choice",
  messages: {
    flask: {
      observed: "The app runs on Flask's own server, although gunicorn is installed.",
      why: "That server is made for trying things out; it is slow, and docker stop waits ten seconds for it.",
      next: "For real visitors, start the app with gunicorn, which also stops at once.",
    },
  },

  dockerfile(subject) {
    const start = startCommand(subject.dockerfile, subject.final);
    const [instruction] = start?.instructions ?? [];
    if (!start || !instruction || !hasGunicorn(subject)) return [];
    const words = start.words.map(({ text }) => text);
    const script = words.find((word) => word.endsWith(".py"))?.replace(/^\.\//, "");
    const file = script === undefined ? undefined : subject.project.files.get(script);
    const app = file && flaskApp(file);
    const runsFlask = words.some((word) => /(^|\/)flask$/.test(word)) && words.includes("run");
    if (!runsFlask && !app?.runsItself) return [];
    const isAlone = start.instructions.length === 1;
    const fixes = script !== undefined && app?.name !== undefined && isAlone ? gunicorn(subject, script, app.name) : [];
    return [{ message: "flask", range: instruction.argumentRange, fixes }];
  },
});

function hasGunicorn({ project, context }: DockerfileSubject): boolean {
  const file = project.files.get(`${context?.folder ?? ""}requirements.txt`);
  return file !== undefined && asksFor(file, "gunicorn");
}

function gunicorn(subject: DockerfileSubject, script: string, name: string): readonly Fix[] {
  const { dockerfile, final, file } = subject;
  const [instruction] = startCommand(dockerfile, final)?.instructions ?? [];
  if (!instruction) return [];
  const { start, end } = instruction.argumentRange;
  if (
    linesOf(file)
      .slice(start.line, end.line + 1)
      .some((line) => /^\s*#/.test(line))
  )
    return [];
  const port = appPort(dockerfile, final) ?? listeningPort(subject) ?? COURSE.appPort;
  const slash = script.lastIndexOf("/");
  const folder = slash === -1 ? [] : ["--chdir", script.slice(0, slash)];
  const words = [
    "gunicorn",
    "--bind",
    `0.0.0.0:${port}`,
    ...folder,
    `${script.slice(slash + 1, -".py".length)}:${name}`,
  ];
  const command = `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
  return [{ title: "Start it with gunicorn", edits: [replace(instruction.argumentRange, command)] }];
}
