import assert from "node:assert/strict";
import { parseSubmission } from "../../../src/core/parse/parse-submission";
import { refuseBuild } from "../../../src/core/untrusted/refuse-build";
import { submissionOf } from "../../support/submission-of";

const FILES = {
  Dockerfile: "FROM python:3.11-slim\n",
  "docker/Dockerfile.dev": "# syntax=evil/frontend\nFROM python:3.11-slim\n",
  "c.Dockerfile": "// syntax=evil/frontend\nFROM python:3.11-slim\n",
};

const refusal = (dockerfile: string, args: Readonly<Record<string, string>> = {}) =>
  refuseBuild(parseSubmission(submissionOf(FILES), "untrusted"), { dockerfile, args })?.message;

describe("a build that a service asks for, as Compose has resolved it", () => {
  it("may be begun with the folder's Dockerfile, and arguments of the learner's own", () => {
    assert.equal(refusal("Dockerfile"), undefined);
    assert.equal(refusal("./Dockerfile", { PYTHON: "3.11" }), undefined);
  });

  it("is refused where its Dockerfile is judged and refused, or is none to Docker's own reader", () => {
    assert.match(refusal("docker/Dockerfile.dev") ?? "", /in place of Docker's own/);
    assert.match(refusal("c.Dockerfile") ?? "", /\/\//);
  });

  it("is refused where nobody has read its Dockerfile", () => {
    assert.match(refusal("recipe.txt") ?? "", /`recipe.txt` is none that the coach can read/);
  });

  it("is refused arguments by which BuildKit itself is set, whatever variables they came by", () => {
    assert.match(refusal("Dockerfile", { BUILDKIT_SYNTAX: "evil/frontend" }) ?? "", /set BuildKit itself/);
  });

  it("is the builder's own affair where it is their own work", () => {
    const trusted = parseSubmission(submissionOf(FILES), "trusted");
    assert.equal(refuseBuild(trusted, { dockerfile: "docker/Dockerfile.dev" }), undefined);
  });
});
