import type { DockerfileModel, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";
import { substituted } from "../parse/stage-variables";
import { startCommand } from "./start-command";

/**
 * The port that the app of a stage listens on, as far as the file says: by the options of flask, gunicorn and uvicorn, by
 * the variables that flask and gunicorn read, else by the only EXPOSE. Undefined where nothing tells.
 */
export function appPort(model: DockerfileModel, stage: Stage): number | undefined {
  if (!KNOWN.has(stage)) KNOWN.set(stage, readPort(model, stage));
  return KNOWN.get(stage);
}

/** A stage never changes, and many rules ask for the port of the same one. */
const KNOWN = new WeakMap<Stage, number | undefined>();

function readPort(model: DockerfileModel, stage: Stage): number | undefined {
  const words = (startCommand(model, stage)?.words ?? []).map(({ text }) => substituted(text, model, stage));
  const environment = environmentOf(model, stage);
  const runs = (program: string) => words.some((word) => word.split("/").at(-1) === program);
  const isFlask = runs("flask") && words.includes("run");
  const isGunicorn = runs("gunicorn");
  return (
    portOption(words, isFlask) ??
    (isFlask ? port(environment.get("FLASK_RUN_PORT")) : undefined) ??
    (isFlask ? undefined : portOption((environment.get("GUNICORN_CMD_ARGS") ?? "").split(/\s+/), false)) ??
    // gunicorn takes it where nothing is bound. https://docs.gunicorn.org/en/stable/settings.html#bind
    (isGunicorn ? port(environment.get("PORT")) : undefined) ??
    exposedPort(model, stage)
  );
}

/** @param isFlask `-p` is flask's port, and the file of gunicorn's process id */
function portOption(words: readonly string[], isFlask: boolean): number | undefined {
  for (const [index, word] of words.entries()) {
    const [, option = word, attached] = /^(--[\w-]+(?==)|-[pb](?=.))=?(.+)$/s.exec(word) ?? [];
    const value = attached ?? words[index + 1] ?? "";
    if (option === "--port" || (isFlask && option === "-p")) return port(value);
    if (option === "--bind" || option === "-b") return port(/:(\d+)$/.exec(value)?.[1]);
  }
  return undefined;
}

function exposedPort(model: DockerfileModel, stage: Stage): number | undefined {
  const exposed = stageChain(stage).flatMap((link) =>
    link.instructions.flatMap((each) =>
      each.keyword === "EXPOSE" ? each.words.map(({ text }) => substituted(text, model, link, each)) : [],
    ),
  );
  const [only, ...others] = new Set(exposed.map((text) => text.replace(/\/tcp$/i, "")));
  return others.length === 0 ? port(only) : undefined;
}

function port(text: string | undefined): number | undefined {
  const number = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return number > 0 && number <= 65_535 ? number : undefined;
}
