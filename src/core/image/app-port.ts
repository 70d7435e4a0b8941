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
  const words = (startCommand(model, stage)?.words ?? []).map(({ text }) => substituted(text, model, stage));
  const environment = environmentOf(model, stage);
  const isFlask = words.some((word) => /^flask$|\/flask$/.test(word)) && words.includes("run");
  return (
    portOption(words) ??
    portOption((environment.get("GUNICORN_CMD_ARGS") ?? "").split(/\s+/)) ??
    (isFlask ? port(environment.get("FLASK_RUN_PORT")) : undefined) ??
    exposedPort(model, stage)
  );
}

function portOption(words: readonly string[]): number | undefined {
  for (const [index, word] of words.entries()) {
    const [option = "", attached] = word.split(/=(.*)/s);
    const value = attached ?? words[index + 1];
    if (/^(--port|-p)$/.test(option)) return port(value);
    if (/^(--bind|-b)$/.test(option)) return port(/:(\d+)$/.exec(value ?? "")?.[1]);
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
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}
