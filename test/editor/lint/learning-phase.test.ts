import assert from "node:assert/strict";
import { learningPhase } from "../../../src/editor/lint/learning-phase";
import { modelOf } from "../../support/model-of";

const SIMPLE = 'FROM python:3.11\nWORKDIR /app\nCOPY . .\nCMD ["python", "src/app.py"]\n';
const phase = (text: string, hasRun = false) => learningPhase(modelOf(text), hasRun);

describe("where a learner stands in step 3", () => {
  it("is the naive phase while the Dockerfile is as simple as the course has them begin", () => {
    assert.equal(phase(SIMPLE), "naive");
    assert.equal(phase(""), "naive");
    assert.equal(learningPhase(undefined, false), "naive");
  });

  it("is past it once a run has found the container healthy", () => {
    assert.equal(phase(SIMPLE, true), "goals");
    assert.equal(learningPhase(undefined, true), "goals");
  });

  it("is past it once there is a second stage, a USER or a HEALTHCHECK", () => {
    assert.equal(phase(`FROM python:3.11 AS builder\n${SIMPLE}`), "goals");
    assert.equal(phase(`${SIMPLE}USER appuser\n`), "goals");
    assert.equal(phase(`${SIMPLE}HEALTHCHECK CMD python -c ""\n`), "goals");
  });

  it("takes no comment for an instruction", () => {
    assert.equal(phase(`${SIMPLE}# USER appuser\n`), "naive");
  });
});
