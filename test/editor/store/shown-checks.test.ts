import assert from "node:assert/strict";
import type { BuildStep } from "../../../src/core/container-engine";
import type { CheckId } from "../../../src/core/checks/check-id";
import { currentStep, type FolderState, newFolderState } from "../../../src/editor/store/folder-state";
import { buildSteps, checkReached, runBegins, runEnds, runLeaves } from "../../../src/editor/store/run-changes";
import { shownChecks } from "../../../src/editor/store/shown-checks";
import { shownScore } from "../../../src/editor/store/shown-score";
import { aReport, aResult, reportOf } from "../a-report";

const fresh = withText(newFolderState("challenge"), "first text");

function withText(state: FolderState, fingerprint: string, ...results: ReturnType<typeof aResult>[]): FolderState {
  return { ...state, live: { ...state.live, results, fingerprint } };
}

function shown(state: FolderState, id: CheckId): string {
  const check = shownChecks(state).find((candidate) => candidate.course.id === id);
  return `${check?.state}${check?.edited ? ", edited since" : ""}`;
}

describe("what the views show of a folder", () => {
  it("says of every check that it has not run, before the first run", () => {
    assert.equal(
      shownChecks(fresh).every((check) => check.state === "not-run"),
      true,
    );
    assert.equal(shownScore(fresh), undefined);
  });

  it("shows what the files alone decide before any run, but no score", () => {
    const state = withText(fresh, "first text", aResult("dockerfile-exists"));
    assert.equal(shown(state, "dockerfile-exists"), "passed");
    assert.equal(shown(state, "image-builds"), "not-run");
    assert.equal(shownScore(state), undefined);
  });

  it("shows what the files decide at once when a run begins, and spins for the rest", () => {
    const state = runBegins(fresh, undefined, [aResult("multi-stage", "failed")]);
    assert.equal(shown(state, "multi-stage"), "failed");
    assert.equal(shown(state, "image-builds"), "running");
  });

  it("does not call work failed that is still to be run", () => {
    const state = runBegins(fresh, undefined, [aResult("non-root-user", "failed")]);
    assert.equal(shown(state, "non-root-user"), "running");
  });

  it("says what is being built: of several steps at once the one that began last", () => {
    const step = (id: string, state: BuildStep["state"]): BuildStep => ({ id, name: `step ${id}`, state });
    const events = [step("a", "running"), step("b", "running"), step("c", "cached"), step("a", "running")];
    const building = events.reduce(buildSteps, runBegins(fresh, undefined, []));
    assert.equal(currentStep(building.run)?.name, "step b");
    assert.equal(currentStep(buildSteps(building, step("b", "done")).run)?.name, "step a");
  });

  it("shows no old score while a run is under way", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    assert.equal(shownScore(graded)?.earned, 100);
    assert.equal(shownScore(runBegins(graded, undefined, [])), undefined);
  });

  it("shows each result as the run reaches it", () => {
    const state = checkReached(runBegins(fresh, undefined, []), aResult("image-builds"));
    assert.equal(shown(state, "image-builds"), "passed");
    assert.equal(shown(state, "image-size"), "running");
  });

  it("spins only for the check that was asked for", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    const state = runBegins(graded, ["compose"], []);
    assert.equal(shown(state, "compose"), "running");
    assert.equal(shown(state, "image-builds"), "passed");
  });

  it("shows after a stopped run what it showed before", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    assert.deepEqual(runLeaves(runBegins(graded, undefined, [])), graded);
  });

  it("marks results of the engine as edited since, and trusts the new text for the rest", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    const edited = withText(graded, "second text", aResult("slim-base", "failed"));
    assert.equal(shown(edited, "slim-base"), "failed");
    assert.equal(shown(edited, "image-builds"), "passed, edited since");
    assert.deepEqual(shownScore(edited), { earned: 90, open: 0, max: 100, edited: true });
  });

  it("takes the mark off again when the change is taken back", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    const back = withText(withText(graded, "second text"), "first text");
    assert.equal(shown(back, "image-builds"), "passed");
  });

  it("lets behaviour decide over a static half, as long as the text is the one that was graded", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    const state = withText(graded, "first text", aResult("non-root-user", "failed"));
    assert.equal(shown(state, "non-root-user"), "passed");
  });

  it("keeps the mark on the checks that a run of one check has not looked at", () => {
    const graded = runEnds(runBegins(fresh, undefined, []), aReport(), "first text");
    const edited = withText(graded, "second text");
    const again = runEnds(runBegins(edited, ["compose"], []), reportOf([aResult("compose")]), "second text");
    assert.equal(shown(again, "compose"), "passed");
    assert.equal(shown(again, "image-builds"), "passed, edited since");
  });

  it("shows no score before every check has been run", () => {
    const state = runEnds(runBegins(fresh, ["compose"], []), reportOf([aResult("compose")]), "first text");
    assert.equal(shownScore(state), undefined);
  });
});
