import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { COURSE } from "../../src/core/course";
import { gradeFiles } from "../../src/core/grade";
import { readSubmission } from "../../src/folder/read-submission";

const CHALLENGE = join(__dirname, "..", "..", "challenge");
const STARTER = join(CHALLENGE, "starter");
const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as object;

describe("the challenge's data", () => {
  it("fits its schema", () => {
    const validate = new Ajv({ strict: true }).compile(json(join(CHALLENGE, "..", "schema", "course.schema.json")));
    assert.ok(validate(json(join(CHALLENGE, "course.json"))), JSON.stringify(validate.errors));
  });

  it("starts the learner with the id that makes a folder the challenge", () => {
    assert.equal((json(join(STARTER, "challenge.json")) as { id?: unknown }).id, COURSE.id);
  });

  it("starts with nothing done: no file earns a point yet", async () => {
    const results = gradeFiles(await readSubmission(STARTER));
    assert.ok(results.length >= 5, "the static checks have decided");
    assert.deepEqual(
      results.filter((result) => result.earned > 0).map((result) => result.id),
      [],
    );
  });

  it("starts with a Dockerfile of comments that names no instruction", () => {
    const lines = readFileSync(join(STARTER, "Dockerfile"), "utf8").split("\n").filter(Boolean);
    assert.deepEqual(
      lines.filter((line) => !line.startsWith("#")),
      [],
    );
    assert.doesNotMatch(lines.join("\n"), /\b(from|run|copy|user|healthcheck|workdir|expose|cmd|env|slim|useradd)\b/i);
  });

  it("starts without the files that are the learner's to make, and without Redis in Compose", () => {
    assert.equal(existsSync(join(STARTER, ".dockerignore")), false);
    assert.doesNotMatch(readFileSync(join(STARTER, "docker-compose.yml"), "utf8"), /redis/i);
  });

  it("has a solution of which the files alone find nothing wrong", async () => {
    const unsaved = new Map<string, string>();
    for (const name of ["Dockerfile", ".dockerignore", "docker-compose.yml"]) {
      unsaved.set(name, readFileSync(join(CHALLENGE, "solution", name), "utf8"));
    }
    const results = gradeFiles(await readSubmission(STARTER, unsaved));
    assert.ok(results.some((result) => result.status === "passed"));
    assert.deepEqual(
      results.filter((result) => result.status !== "passed").map((result) => `${result.id}: ${result.observed}`),
      [],
    );
  });
});
