import assert from "node:assert/strict";
import { parseSubmission } from "../../../src/core/parse/parse-submission";
import { judgedTexts } from "../../../src/core/untrusted/judged-texts";
import { submissionOf } from "../../support/submission-of";

const judged = (files: Readonly<Record<string, string>>) =>
  judgedTexts(parseSubmission(submissionOf(files), "untrusted"));

describe("what Compose reads of untrusted work", () => {
  it("is what was judged: aliases and merges written out, and nothing that only another reader would see", () => {
    // Compose itself takes these three characters for ends of lines, and so the rest of the comment for keys.
    for (const separator of ["\u2028", "\u2029", "\u0085"]) {
      const text = `x-a: &a { tty: true }\nservices:\n  api:\n    <<: *a\n    # note${separator}    privileged: true\n`;
      const { compose } = judged({ "compose.yaml": text });
      assert.deepEqual(JSON.parse(compose), { "x-a": { tty: true }, services: { api: { tty: true } } });
    }
  });

  it("is .env without the settings of Compose and Docker, which would steer the programs and not the project", () => {
    const settings = [
      "COMPOSE_FILE=../x.yml",
      "export COMPOSE_PROFILES=all",
      "  DOCKER_HOST: tcp://x:1",
      "BUILDKIT_X=1",
    ];
    const own = ["TAG=7", "DOCKER_TAG=3", 'GREETING="a COMPOSE_FILE=b"', "# COMPOSE_X=1"];
    const { env } = judged({ "compose.yaml": "services: {}", ".env": [...settings, ...own].join("\n") });
    assert.deepEqual(env.split("\n").filter(Boolean), own);
  });

  it("is an empty .env where the folder has none", () => {
    assert.equal(judged({ "compose.yaml": "services: {}" }).env, "");
  });

  it("is read in no time, however long a line of .env is", () => {
    const { env } = judged({ "compose.yaml": "services: {}", ".env": " ".repeat(1_000_000) });
    assert.equal(env.length, 1_000_000);
  });
});
