import assert from "node:assert/strict";
import { replace } from "../../../src/core/edit/lines";
import type { Fix } from "../../../src/core/lint/finding";
import { defineRule, type Rule } from "../../../src/core/lint/rule";
import type { DockerfileSubject } from "../../../src/core/lint/subjects";
import { type RuleCases, testRule } from "../../support/rule-tester";

const MESSAGE = { observed: "An EXPOSE.", why: "It matters.", next: "Do something." };
const TEXT = "FROM python:3.11-slim\n# why\nUSER 10001\nEXPOSE «5000»\n";
const PLAIN = TEXT.replace(/[«»]/g, "");

/** A rule that reports each EXPOSE, with what a test makes of its fix. */
function ruleWith(
  fixOf: (subject: DockerfileSubject, range: Fix["edits"][number]["range"]) => readonly Fix[],
  fix: Rule["fix"] = "preferred",
): Rule {
  return defineRule({
    id: "rule-of-this-test",
    title: "A rule for this test",
    severity: "warning",
    fix,
    messages: { found: MESSAGE },
    dockerfile: (subject) =>
      subject.final.instructions
        .filter(({ keyword }) => keyword === "EXPOSE")
        .map(({ argumentRange: range }) => ({ message: "found" as const, range, fixes: fixOf(subject, range) })),
  });
}

/** What the tester complains about, one text for each of its tests that fails. */
function complaints(rule: Rule, cases: RuleCases): readonly string[] {
  const tests: (() => void)[] = [];
  const { describe: group, it: test } = globalThis;
  Object.assign(globalThis, {
    describe: (_: string, body: () => void) => body(),
    it: (_: string, body: () => void) => tests.push(body),
  });
  try {
    testRule(rule, cases);
  } finally {
    Object.assign(globalThis, { describe: group, it: test });
  }
  return tests.flatMap((body) => {
    try {
      body();
      return [];
    } catch (error) {
      return [String(error)];
    }
  });
}

const says = (texts: readonly string[], words: RegExp) =>
  assert.ok(
    texts.some((text) => words.test(text)),
    texts.join("\n"),
  );
const oneFix = (fix: Fix) => ruleWith(() => [fix]);

describe("The rule tester refuses", () => {
  it("a case that is listed twice", () => {
    says(
      complaints(
        ruleWith(() => [], "none"),
        { valid: ["FROM a\n", "FROM a\n"], invalid: [] },
      ),
      /FROM a/,
    );
  });

  it("nothing about a rule that is as it says", () => {
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const rule = oneFix({ title: "Delete", edits: [replace(range, "")], preferred: true });
    const fixes = [{ text: PLAIN.replace("EXPOSE 5000\n", "") }];
    const found = complaints(rule, { valid: [], invalid: [{ text: TEXT, findings: [{ message: "found", fixes }] }] });
    // The one rule of this test is not the product's.
    assert.deepEqual(
      found.filter((text) => !text.includes("the registry does not have the rule")),
      [],
    );
  });

  it("a finding at another place than the marks", () => {
    const findings = [{ message: "found" }];
    const text = "FROM python:3.11-slim\n«EXPOSE» 5000\n";
    says(
      complaints(
        ruleWith(() => [], "none"),
        { valid: [], invalid: [{ text, findings }] },
      ),
      /1:0-1:6/,
    );
  });

  it("a message that no case shows", () => {
    says(
      complaints(
        ruleWith(() => [], "none"),
        { valid: ["FROM a\n"], invalid: [] },
      ),
      /messages that no case shows/,
    );
  });

  it("a fix that changes nothing", () => {
    const rule = ruleWith((_, range) => [{ title: "Nothing", edits: [replace(range, "5000")], preferred: true }]);
    says(
      complaints(rule, {
        valid: [],
        invalid: [{ text: TEXT, findings: [{ message: "found", fixes: [{ text: PLAIN }] }] }],
      }),
      /must change something/,
    );
  });

  it("a fix after which the finding is still there", () => {
    const rule = ruleWith((_, range) => [{ title: "Other port", edits: [replace(range, "80")], preferred: true }]);
    const fixes = [{ text: PLAIN.replace("5000", "80") }];
    says(
      complaints(rule, { valid: [], invalid: [{ text: TEXT, findings: [{ message: "found", fixes }] }] }),
      /leaves its finding in place/,
    );
  });

  it("a fix that loses a comment", () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const rule = oneFix({ title: "Tidy", edits: [replace(range, "")], preferred: true });
    const fixes = [{ text: PLAIN.replace("# why\n", "") }];
    says(
      complaints(rule, { valid: [], invalid: [{ text: TEXT, findings: [{ message: "found", fixes }] }] }),
      /loses the comment/,
    );
  });

  it("a fix after which the file cannot be read", () => {
    const rule = ruleWith((_, range) => [{ title: "Break", edits: [replace(range, "5000/xyz")], preferred: true }]);
    const fixes = [{ text: PLAIN.replace("5000", "5000/xyz") }];
    says(
      complaints(rule, { valid: [], invalid: [{ text: TEXT, findings: [{ message: "found", fixes }] }] }),
      /does not parse/,
    );
  });

  it("a fix that brings a finding of another rule", () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 11 } };
    const rule = oneFix({ title: "Swap", edits: [replace(range, "USER root")], preferred: true });
    const fixes = [{ text: PLAIN.replace("USER 10001\nEXPOSE 5000", "USER root") }];
    says(
      complaints(rule, { valid: [], invalid: [{ text: TEXT, findings: [{ message: "found", fixes }] }] }),
      /brings a new finding: Dockerfile last-user-root root/,
    );
  });

  it("a fixable rule no case of which fixes", () => {
    says(
      complaints(
        ruleWith(() => []),
        { valid: [], invalid: [{ text: TEXT, findings: [{ message: "found" }] }] },
      ),
      /rule\.fix/,
    );
  });
});
