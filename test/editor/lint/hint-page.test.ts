import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../../src/core/rules/registry";
import { hintPage } from "../../../src/editor/lint/hint-page";

const page = (id: string) => readFileSync(join(__dirname, "../../../docs/rules", `${id}.md`), "utf8");

describe("a hint", () => {
  it("is the page up to the answer, and what the finding says to do", () => {
    const hint = hintPage(page("missing-user"), "Create a user.");
    assert.match(hint, /^# The app runs as root/);
    assert.match(hint, /## What to look for\n\n```dockerfile bad/);
    assert.match(hint, /## What to try\n\nCreate a user\.\n$/);
  });

  it("never holds the code of the answer", () => {
    for (const { id } of RULES.filter(({ courseGoal }) => courseGoal)) {
      assert.doesNotMatch(hintPage(page(id), ""), /^```\w+ good/m, id);
    }
  });
});
