import { COURSE } from "../course";
import { isChallengeProject } from "../lint/is-challenge-project";
import type { DockerfileSubject } from "../lint/subjects";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";
import { substituted } from "../parse/stage-variables";
import { appPort } from "./app-port";
import { startCommand } from "./start-command";

/** https://flask.palletsprojects.com/en/stable/cli/#run-the-development-server */
const FLASK_PORT = 5000;
/** https://docs.gunicorn.org/en/stable/settings.html#bind */
const GUNICORN_PORT = 8000;
/** They say the port in a way that is not known here: by a variable, or in a file of their own. */
const SAYS_ELSEWHERE = /^(?:-[bpc]|--(?:bind|port|config|fd|env-file))(?:=|$)/;

/**
 * The port that the app of the shipped stage listens on, without asking EXPOSE: by its command and settings, by what Flask
 * and gunicorn do without any, or, in a challenge's folder, by what the course's app does. Undefined where nobody can tell.
 */
export function listeningPort(subject: DockerfileSubject): number | undefined {
  if (!KNOWN.has(subject)) KNOWN.set(subject, readPort(subject));
  return KNOWN.get(subject);
}

/** Several rules ask it of the same subject. */
const KNOWN = new WeakMap<DockerfileSubject, number | undefined>();

function readPort({ dockerfile: model, final, project }: DockerfileSubject): number | undefined {
  const words = (startCommand(model, final)?.words ?? []).map(({ text }) => text);
  const names = words.map((word) => word.split("/").at(-1) ?? "");
  const environment = environmentOf(model, final);
  const isFlask = names.includes("flask") && words.includes("run");
  const isGunicorn = names.includes("gunicorn");
  const isCourseApp = /^python[\d.]*$/.test(names[0] ?? "") && names.includes("app.py") && isChallengeProject(project);
  const said = appPort(model, final);
  if (said !== undefined && !exposedPorts({ dockerfile: model, final })?.has(said)) return said;
  if (words.some((word) => SAYS_ELSEWHERE.test(word)) || environment.has("GUNICORN_CMD_ARGS")) return undefined;
  if (isGunicorn) return [...(project.paths ?? [])].some(isGunicornFile) ? undefined : GUNICORN_PORT;
  if (!isFlask && !isCourseApp) return undefined;
  const set = environment.get("FLASK_RUN_PORT");
  if (set !== undefined) return /^\d{1,5}$/.test(set) ? Number(set) : undefined;
  return isCourseApp ? COURSE.appPort : FLASK_PORT;
}

/** TCP ports that EXPOSE names. */
export interface ExposedPorts {
  has(port: number): boolean;
}

/** Those of a stage and its local parents; undefined where one comes from an unknown variable. */
export function exposedPorts({
  dockerfile: model,
  final,
}: Pick<DockerfileSubject, "dockerfile" | "final">): ExposedPorts | undefined {
  const written = stageChain(final).flatMap((stage) =>
    stage.instructions.flatMap((instruction) => {
      if (instruction.keyword !== "EXPOSE") return [];
      return instruction.words.map(({ text }) => {
        const value = text.includes("$") ? substituted(text, model, stage, instruction) : text;
        return text.includes("$") && !/^\d+/.test(value) ? undefined : value;
      });
    }),
  );
  const ranges = written.flatMap((text) => (text === undefined ? [] : rangeOf(text)));
  if (written.includes(undefined)) return undefined;
  return { has: (port) => ranges.some(({ first, last }) => first <= port && port <= last) };
}

/** `5000`, `5000/tcp`, `127.0.0.1:80:5000`, `5000-5002`. */
function rangeOf(written: string): readonly { readonly first: number; readonly last: number }[] {
  if (/\/(?!tcp$)/i.test(written)) return [];
  const [first, last = first] = (written.replace(/\/.*$/, "").split(":").at(-1) ?? "").split("-").map(Number);
  return first !== undefined && last !== undefined ? [{ first, last }] : [];
}

function isGunicornFile(path: string): boolean {
  return /(?:^|\/)gunicorn[\w.-]*\.py$/.test(path);
}
