import assert from "node:assert/strict";
import { EXIT, gradeExitCode } from "../../src/cli/exit-codes";
import { textReport } from "../../src/cli/reporters/text";
import { createTerminal } from "../../src/cli/terminal";
import { assertFitsSchema } from "../support/report-schema";
import { reportOf } from "./report-of";

const terminal = (
  columns: number,
  env: Record<string, string> = {},
  platform: NodeJS.Platform = "linux",
  isTTY = true,
) => createTerminal({ write: () => true, isTTY, columns }, env, platform);
const plainTerminal = terminal(80, { NO_COLOR: "1" });

const FAILED = {
  status: "failed",
  observed: "The final stage runs as root, and that is what a rather long sentence about it says, to be wrapped.",
  why: "Whoever breaks in has root's rights.",
  next: "Add a user.",
  location: { file: "Dockerfile", range: { start: { line: 17, character: 0 }, end: { line: 17, character: 4 } } },
} as const;

describe("the text report", () => {
  it("celebrates a complete challenge with twenty full blocks", () => {
    const text = textReport(reportOf(), plainTerminal);
    assert.match(text, /█{20} 100% \(100 of 100 points, 10 of 10 checks passed\)/);
    assert.match(text, /CHALLENGE COMPLETE!/);
    assert.match(text, /✔ {2}15\/15 {2}Multi-stage build/);
  });

  it("does not call the challenge complete when only some checks were chosen", () => {
    const text = textReport(reportOf({}, ["multi-stage", "compose"]), plainTerminal);
    assert.doesNotMatch(text, /CHALLENGE COMPLETE/);
    assert.match(text, /every chosen check passed/);
  });

  it("tells what was seen, why it matters, what to do, and where, wrapped to the terminal", () => {
    const text = textReport(reportOf({ "non-root-user": FAILED }), plainTerminal);
    assert.match(text, /✘ {2}0\/15 {3}Runs as a non-root user\n {11}Seen {2}The final stage runs as root, and that/);
    assert.match(
      text,
      /Why {3}Whoever breaks in has root's rights\.\n {11}Next {2}Add a user\.\n {11}Where Dockerfile:18/,
    );
    assert.deepEqual(
      text.split("\n").filter((line) => line.length > 80),
      [],
    );
    assert.match(text, /█{17}░{3} 85%/);
    assert.match(text, /15 points are still to be earned\. Go on with “Runs as a non-root user”\./);
  });

  it("never rounds up to a full bar", () => {
    const report = { ...reportOf(), score: { earned: 199, open: 0, max: 200 } };
    assert.match(textReport(report, plainTerminal), /█{19}░ 99%/);
  });

  it("shows the parts of a check, and says nothing twice", () => {
    const part = {
      title: "Both services come up",
      points: 5,
      earned: 0,
      observed: "redis is missing.",
      next: "Add redis.",
    };
    const parts = [
      { id: "config", title: "The file describes api and redis", points: 5, earned: 5, status: "passed" },
      { id: "up", status: "failed", ...part },
    ] as const;
    const compose = { status: "partial", earned: 5, observed: "redis is missing.", next: "Add redis.", parts } as const;
    const text = textReport(reportOf({ compose }), plainTerminal);
    assert.match(text, /◐ {2}5\/15 {3}Compose runs the API with Redis/);
    assert.match(text, /✔ {2}5\/5 {4}The file describes api and redis/);
    assert.equal(text.split("redis is missing.").length, 2);
  });

  it("tells a fault of the machine once, and keeps its points open", () => {
    const fault = {
      status: "errored",
      observed: "Docker is not running.",
      why: "No points are lost.",
      next: "Start it.",
    } as const;
    const report = reportOf({
      "image-builds": fault,
      compose: { ...fault, observed: `${fault.observed} It looks right.` },
    });
    const text = textReport(report, plainTerminal);
    assert.equal(text.split("Start it.").length, 2);
    assert.match(text, /The same cause as “Image builds” above/);
    assert.match(text, /▒{5} 75% \(75 of 100 points, 25 open/);
    assert.match(text, /nothing is lost/);
  });

  it("shows the last lines that a failing step printed, with nothing that moves the cursor", () => {
    const output = Array.from({ length: 40 }, (_, index) => `line ${index}\u001b[2J\r`);
    const text = textReport(reportOf({ "image-builds": { ...FAILED, evidence: { output } } }), plainTerminal);
    assert.match(text, /│ line 39/);
    assert.doesNotMatch(text, /line 24\b/);
    assert.equal(text.includes("\u001b"), false);
  });

  it("uses nothing but ASCII where a console knows no more", () => {
    const text = textReport(reportOf({ "non-root-user": FAILED }), terminal(80, { NO_COLOR: "1" }, "win32"));
    assert.equal(/[^\x20-\x7e\n]/.exec(text), null);
    assert.match(text, /x {2}0\/15 {3}Runs as a non-root user/);
    assert.match(text, /#{17}\.{3} 85%/);
  });
});

describe("colours", () => {
  const colours = (env: Record<string, string>, isTTY: boolean) =>
    textReport(reportOf(), terminal(80, env, "linux", isTTY)).includes("\u001b[32m");

  it("are shown on a terminal, and not in a file or pipe", () => {
    assert.equal(colours({}, true), true);
    assert.equal(colours({}, false), false);
    assert.equal(colours({ TERM: "dumb" }, true), false);
  });

  it("follow NO_COLOR and FORCE_COLOR", () => {
    assert.equal(colours({ NO_COLOR: "1" }, true), false);
    assert.equal(colours({ NO_COLOR: "" }, true), true);
    assert.equal(colours({ FORCE_COLOR: "1" }, false), true);
    assert.equal(colours({ FORCE_COLOR: "0" }, true), false);
  });

  it("come with symbols on new Windows terminals, and without on the old console and Linux' text console", () => {
    assert.equal(terminal(80, { WT_SESSION: "x" }, "win32").unicode, true);
    assert.equal(terminal(80, { TERM_PROGRAM: "vscode" }, "win32").unicode, true);
    assert.equal(terminal(80, {}, "win32").unicode, false);
    assert.equal(terminal(80, { TERM: "linux" }).unicode, false);
    assert.equal(terminal(80, { TERM: "xterm" }).unicode, true);
  });
});

describe("the exit code of grade", () => {
  const errored = { status: "errored", observed: "o", why: "w", next: "n" } as const;

  it("is 0 at or above the minimum, which is all points unless given", () => {
    assert.equal(gradeExitCode(reportOf()), EXIT.ok);
    assert.equal(gradeExitCode(reportOf({ compose: FAILED })), EXIT.below);
    assert.equal(gradeExitCode(reportOf({ compose: FAILED }), 85), EXIT.ok);
    assert.equal(gradeExitCode(reportOf({ compose: FAILED }), 86), EXIT.below);
  });

  it("is 3 where points are missing and something could not be decided, and 0 where they are not", () => {
    const report = reportOf({ compose: errored, dockerignore: FAILED });
    assert.equal(gradeExitCode(report), EXIT.errored);
    assert.equal(gradeExitCode(report, 80), EXIT.ok);
  });
});

describe("the report's schema", () => {
  it("accepts what the types allow and refuses what they do not", () => {
    assertFitsSchema(reportOf({ "non-root-user": FAILED }));
    assert.throws(() => assertFitsSchema({ ...reportOf(), more: 1 }));
    assert.throws(() => assertFitsSchema(reportOf({ compose: { status: "failed" } })), /observed/);
  });
});
