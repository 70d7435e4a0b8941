import { copiesOf } from "../image/copied-files";
import { isHarmlessValue, isSecretFile, isSecretName } from "../image/secret-name";
import type { Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";
import { substituted } from "../parse/stage-variables";

/**
 * In what is shipped: an ENV or ARG whose name is a secret's, an ARG without a value too, and a COPY of .env, a private key
 * and the like. Silent about names of files, modes, versions, public keys; about switches, paths and placeholders; about
 * an ENV that stays empty. No fix: what the secret is for decides. https://docs.docker.com/build/building/secrets/
 */
export const secretInImage = defineRule({
  id: "secret-in-image",
  title: "A secret is written into the image",
  severity: "warning",
  fix: "none",
  equivalents: { hadolint: ["DL3064"], buildkit: ["SecretsUsedInArgOrEnv"] },
  saidBy: ["hadolint", "buildkit"],
  messages: {
    variable: {
      observed: "By its name, {name} holds a secret, and its value becomes part of the image.",
      why: "Everyone who gets the image can read it.",
      next: "Give it to the container when it starts, for instance with --env-file or Compose.",
    },
    argument: {
      observed: "By its name, {name} holds a secret, and the image's history keeps what the build is given.",
      why: "Everyone who gets the image can read it there.",
      next: "Lend it to the one RUN that needs it, with --mount=type=secret.",
    },
    file: {
      observed: "{name} usually holds secrets, and this copies it into the image.",
      why: "Everyone who gets the image can read it, even if a later step deletes it.",
      next: "Leave it out, and give it to the container when it starts.",
    },
  },

  dockerfile({ dockerfile: model, final }) {
    const variables = stageChain(final).flatMap((stage) =>
      stage.instructions.flatMap((instruction) => secretsOf(instruction, model, stage)),
    );
    const files = copiesOf(model, final).flatMap(({ from, sources }) =>
      from === undefined ? sources.filter(({ text }) => isSecretFile(unquoted(text))) : [],
    );
    return [
      ...variables,
      ...files.map(({ text, range }) => ({ message: "file" as const, values: { name: unquoted(text) }, range })),
    ];
  },
});

function secretsOf(
  instruction: Instruction,
  model: DockerfileModel,
  stage: Stage,
): readonly Found<"variable" | "argument">[] {
  const { keyword, pairs } = instruction;
  if (keyword !== "ENV" && keyword !== "ARG") return [];
  return pairs.flatMap(({ name, value, range }) => {
    if (!isSecretName(name) || (value !== undefined && isKnownHarmless(value, instruction, model, stage))) return [];
    const { start } = range;
    const place = { start, end: { line: start.line, character: start.character + name.length } };
    return [
      { message: keyword === "ENV" ? ("variable" as const) : ("argument" as const), values: { name }, range: place },
    ];
  });
}

/** An ARG without a value, or with an empty one, waits for the secret; an ENV that takes it from there is filled then. */
function isKnownHarmless(value: string, instruction: Instruction, model: DockerfileModel, stage: Stage): boolean {
  const text = substituted(value, model, stage, instruction);
  if (text !== "") return isHarmlessValue(text);
  if (instruction.keyword === "ARG") return false;
  const names = [...value.matchAll(/\$\{?(\w+)/g)].map((match) => match[1]);
  return !stageChain(stage).some(({ instructions }) =>
    instructions.some(({ keyword, pairs }) => keyword === "ARG" && pairs.some(({ name }) => names.includes(name))),
  );
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
