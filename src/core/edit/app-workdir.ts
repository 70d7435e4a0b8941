import type { Fix } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import { indentOf, keywordLike } from "./keyword-case";
import { insertBefore } from "./lines";

const FOLDER = "/app";
/** Folders that are there anyway, or belong to the system: who names them does not mean what was copied to `/`. */
const SYSTEM = "bin boot dev etc home lib lib32 lib64 media mnt opt proc root run sbin srv sys tmp usr var";
const OWN_FOLDER = new RegExp(String.raw`(?:^|[\s"'=:,(>])\/(?!(?:${SYSTEM.replaceAll(" ", "|")})(?![\w.-]))[\w.*-]`);
const INTO_SYSTEM = new RegExp(String.raw`^(?:\.\/)?(?:${SYSTEM.replaceAll(" ", "|")})\/`);

/**
 * Puts `WORKDIR /app` before the first step of a stage that leaves files. Undefined where a path in the file, or in the
 * Compose file, may count on them in `/`, where a COPY means a folder of the system by a relative path, or where other
 * stages are built on this one or take files from it.
 */
export function chooseWorkdir({ file, dockerfile, project }: DockerfileSubject, stage: Stage): Fix | undefined {
  const first = stage.instructions.find(({ keyword }) => /^(?:RUN|COPY|ADD)$/.test(keyword));
  const isParent = dockerfile.stages.some((other) => other !== stage && stageChain(other).includes(stage));
  const takesFromHere = dockerfile.stages.some(({ instructions }) =>
    instructions.some(({ flags }) => flags.some(({ name, value }) => takes(name, value, stage))),
  );
  const compose = project.composeFor(file.path.slice(0, file.path.lastIndexOf("/") + 1));
  const composeText = compose ? (project.files.get(compose.path)?.text ?? "") : "";
  if (!first || stage.parent || isParent || takesFromHere || OWN_FOLDER.test(composeText)) return undefined;
  if (stage.instructions.some((each) => namesOwnFolder(each) || copiesIntoSystem(each))) return undefined;
  const line = `${indentOf(file, first)}${keywordLike(first, "WORKDIR")} ${FOLDER}`;
  return { title: `Work in ${FOLDER}`, edits: [insertBefore(file, dockerfile, first, [line])], preferred: true };
}

function takes(name: string, value: string | undefined, stage: Stage): boolean {
  if (name === "mount") return value?.includes("from=") === true;
  if (name !== "from" || value === undefined) return false;
  return value === String(stage.index) || value.toLowerCase() === stage.name?.toLowerCase();
}

/** What COPY takes lies elsewhere; where it puts things lies here. */
function namesOwnFolder({ keyword, argument, heredocs, exec, words }: Instruction): boolean {
  if (keyword === "FROM") return false;
  const target = exec?.at(-1) ?? words.at(-1)?.text ?? "";
  const texts = /^(?:COPY|ADD)$/.test(keyword) ? [target] : [argument, ...heredocs];
  return texts.some((text) => OWN_FOLDER.test(text));
}

function copiesIntoSystem({ keyword, words, exec }: Instruction): boolean {
  const target = exec?.at(-1) ?? words.at(-1)?.text ?? "";
  return /^(?:COPY|ADD)$/.test(keyword) && INTO_SYSTEM.test(target);
}
