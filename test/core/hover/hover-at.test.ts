import assert from "node:assert/strict";
import { COMPOSE_KEYS } from "../../../src/core/hover/compose-keys";
import { FLAGS } from "../../../src/core/hover/flags";
import { composeHover, dockerfileHover } from "../../../src/core/hover/hover-at";
import type { HoverText } from "../../../src/core/hover/hover-text";
import { INSTRUCTIONS } from "../../../src/core/hover/instructions";
import { parseComposeFile } from "../../../src/core/parse/parse-compose-file";
import type { Position } from "../../../src/core/text";
import { modelOf, textAt } from "../../support/model-of";

/** The text without its mark, and the place where the mark stood. */
function pointed(marked: string): { readonly text: string; readonly position: Position } {
  const before = marked.slice(0, marked.indexOf("|")).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: marked.replace("|", ""), position };
}

function overDockerfile(marked: string): string | undefined {
  const { text, position } = pointed(marked);
  return dockerfileHover(modelOf(text), position)?.title;
}

function overCompose(marked: string): string | undefined {
  const { text, position } = pointed(marked);
  const hover = composeHover(text, position);
  return hover && Object.entries(COMPOSE_KEYS).find(([, each]) => each === hover.text)?.[0];
}

describe("hovering", () => {
  it("explains the instruction under the pointer, however it is written", () => {
    assert.equal(overDockerfile("FROM scratch\nWORK|DIR /app\n"), "WORKDIR");
    assert.equal(overDockerfile("from| scratch\n"), "FROM");
    assert.equal(overDockerfile("FROM scratch\nONBUILD CO|PY . .\n"), "COPY");
  });

  it("explains a flag by the instruction that it belongs to", () => {
    assert.equal(overDockerfile("FROM a AS b\nFROM c\nCOPY --fr|om=b /x /y\n"), "COPY --from");
    assert.equal(
      overDockerfile("FROM c\nHEALTHCHECK --interval=5s \\\n  --retr|ies=2 CMD true\n"),
      "HEALTHCHECK --retries",
    );
  });

  it("says nothing over arguments, comments and words in heredocs", () => {
    assert.equal(overDockerfile("FROM scr|atch\n"), undefined);
    assert.equal(overDockerfile("# CO|PY\nFROM scratch\n"), undefined);
    assert.equal(overDockerfile("FROM scratch\nRUN <<EOF\nCO|PY\nEOF\n"), undefined);
  });

  it("explains the key of a Compose file by where it stands", () => {
    assert.equal(overCompose("serv|ices:\n  api: {}\n"), "services");
    assert.equal(overCompose("services:\n  api:\n    por|ts: ['5000:5000']\n"), "services.*.ports");
    assert.equal(
      overCompose("services:\n  api:\n    depends_on:\n      redis:\n        condi|tion: service_healthy\n"),
      "services.*.depends_on.*.condition",
    );
    assert.equal(overCompose("vol|umes:\n  data:\n"), "volumes");
  });

  it("says nothing over names that the author gave, values, and files that are no YAML", () => {
    assert.equal(overCompose("services:\n  a|pi: {}\n"), undefined);
    assert.equal(overCompose("services:\n  api:\n    image: red|is\n"), undefined);
    assert.equal(overCompose("{[|"), undefined);
  });

  const all: readonly (readonly [string, HoverText])[] = [
    ...Object.entries(INSTRUCTIONS),
    ...Object.entries(FLAGS),
    ...Object.entries(COMPOSE_KEYS),
  ];

  it("gives a purpose, an example, a pitfall and an official link each time", () => {
    for (const [key, { what, example, pitfall, link }] of all) {
      assert.match(what, /\.$/, key);
      assert.match(pitfall, /\.$/, key);
      assert.match(link, /^https:\/\/docs\.docker\.com\//, key);
      assert.ok(example.length > 0, key);
    }
  });

  it("shows examples that Docker and YAML can read", () => {
    for (const [key, { example }] of [...Object.entries(INSTRUCTIONS), ...Object.entries(FLAGS)]) {
      const text = /^(FROM|ARG)/.test(example) ? example : `FROM scratch AS builder\nFROM scratch\n${example}`;
      assert.deepEqual(modelOf(`${text}\n`).problems, [], key);
    }
    for (const [key, { example }] of Object.entries(COMPOSE_KEYS)) {
      const file = parseComposeFile({ path: "compose.yaml", text: `${example}\n`, encoding: "utf-8" });
      assert.deepEqual(file.problems, [], key);
    }
  });

  it("marks the word that it explains", () => {
    const text = "FROM scratch\nEXPOSE 5000\n";
    const hover = dockerfileHover(modelOf(text), { line: 1, character: 2 });
    assert.equal(hover && textAt(text, hover.range), "EXPOSE");
  });
});
