import assert from "node:assert/strict";
import type { Question } from "../../../src/core/content/question";
import { courseReport } from "../../../src/core/course-report/course-report";
import { htmlReport } from "../../../src/core/course-report/html-report";
import { markdownReport } from "../../../src/core/course-report/markdown-report";
import { newProgress, type Progress } from "../../../src/core/progress/progress";

const NOW = "2030-01-01T10:00:00.000Z";
const QUESTION: Question = { id: "s0-q1", page: "", kind: "text", prompt: "What is it for?", model: "", why: "" };
const fresh = newProgress("dockerize-python-app", "/challenge", NOW);
const rest = {
  layers: [],
  settings: [],
  stages: 1,
  user: "",
  hasHealthcheck: false,
  build: { ms: 1, cached: 0, steps: 1 },
};
const rebuild = { ms: 1, rebuilt: [], cached: [] };
const measured = {
  ...rest,
  state: "measured",
  uid: 0,
  afterSourceChange: rebuild,
  afterRequirementsChange: rebuild,
} as const;
const done: Progress = {
  ...fresh,
  score: { earned: 85, open: 0, max: 100 },
  checks: { "multi-stage": { status: "passed", earned: 15, at: NOW, failedRuns: 0 } },
  answers: {
    "s0-q1": { at: NOW, text: '<script>alert(1)</script> | "quoted"\n# not a heading', rating: "partly", known: 0 },
  },
  comparison: {
    at: NOW,
    variants: [
      { ...measured, id: "naive", bytes: 500e6 },
      { ...measured, id: "current", bytes: 120e6 },
    ],
  },
};

describe("the report to keep", () => {
  it("says for a beginner that nothing is done yet, and claims nothing", () => {
    const report = courseReport(fresh, [QUESTION], NOW);
    assert.deepEqual(report.score, { earned: 0, open: 100, max: 100 });
    assert.deepEqual(report.interview, ["I put a Python API into a container."]);
    assert.equal(report.figures, undefined);
    assert.ok(report.checks.every(({ state }) => state === "not run"));
  });

  it("fills the interview's sentences from the learner's own runs alone", () => {
    const said = courseReport(done, [], NOW).interview.join(" ");
    assert.match(said, /500\.0 MB of files, the one that I ended with 120\.0 MB/);
    assert.match(said, /in stages/);
    assert.doesNotMatch(said, /root|Redis|slim/);
  });

  it("shows answers as text, whatever they hold, in HTML and in Markdown", () => {
    const report = courseReport(done, [QUESTION], NOW);
    const html = htmlReport(report);
    assert.ok(!html.includes("<script>"));
    assert.ok(html.includes("&#60;script&#62;"));
    const markdown = markdownReport(report);
    assert.ok(!markdown.includes("<script>"));
    assert.ok(markdown.includes("> # not a heading"));
  });

  it("needs nothing from the network", () => {
    assert.doesNotMatch(htmlReport(courseReport(done, [QUESTION], NOW)), /https?:|src=/);
  });
});
