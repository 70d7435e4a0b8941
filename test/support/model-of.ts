import assert from "node:assert/strict";
import type { DockerfileModel, Stage } from "../../src/core/parse/dockerfile-model";
import { parseDockerfile } from "../../src/core/parse/parse-dockerfile";
import type { TextRange } from "../../src/core/text";

/** The model of a Dockerfile's text. */
export function modelOf(text: string): DockerfileModel {
  return parseDockerfile({ path: "Dockerfile", text, encoding: "utf-8" });
}

/** The last stage of a model that has one. */
export function finalStageOf(model: DockerfileModel): Stage {
  const stage = model.stages.at(-1);
  assert(stage, "the Dockerfile has no stage");
  return stage;
}

/** What stands in a text at a range, as an editor would mark it. */
export function textAt(text: string, { start, end }: TextRange): string {
  const lines = text.split(/(?<=\n)/);
  const offset = ({ line, character }: TextRange["start"]) => lines.slice(0, line).join("").length + character;
  return text.slice(offset(start), offset(end));
}
