import assert from "node:assert/strict";
import { ruleNamed } from "../../../src/core/rules/registry";
import { type ShownBy, shownSeverity } from "../../../src/editor/lint/shown-severity";

/** How a rule's own finding is shown; `over` is what differs from a learner on their way, alone with the coach. */
function shown(id: string, over: Partial<ShownBy> = {}) {
  const rule = ruleNamed(id);
  assert.ok(rule, id);
  return shownSeverity(rule, rule.severity, { level: "default", phase: "goals", saidByOthers: new Set(), ...over });
}

describe("how the editor shows a finding", () => {
  it("is as the rule has it", () => {
    assert.equal(shown("missing-user"), "warning");
    assert.equal(shown("pip-cache-kept"), ruleNamed("pip-cache-kept")?.severity);
  });

  it("is quieter about the course's goals while the simple Dockerfile is what the course asks for", () => {
    assert.equal(shown("missing-user", { phase: "naive" }), "information");
    assert.equal(shown("file-does-not-parse", { phase: "naive" }), "error");
  });

  it("is never louder than the rule because of the phase", () => {
    const rule = ruleNamed("missing-user");
    assert.ok(rule);
    assert.equal(shownSeverity(rule, "hint", { level: "default", phase: "naive", saidByOthers: new Set() }), "hint");
  });

  it("is what somebody has set, before anything else", () => {
    assert.equal(shown("missing-user", { level: "error", phase: "naive" }), "error");
    assert.equal(shown("base-image-latest", { level: "hint", saidByOthers: new Set(["hadolint"]) }), "hint");
    assert.equal(shown("missing-user", { level: "off" }), undefined);
  });

  it("is not at all where another extension says the very same", () => {
    assert.equal(shown("base-image-latest", { saidByOthers: new Set(["hadolint"]) }), undefined);
    assert.equal(shown("missing-user", { saidByOthers: new Set(["hadolint", "buildkit", "tally"]) }), "warning");
  });
});
