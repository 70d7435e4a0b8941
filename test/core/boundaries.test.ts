import assert from "node:assert/strict";
import { join } from "node:path";
import { ESLint } from "eslint";

const ROOT = join(__dirname, "..", "..");
const eslint = new ESLint({ cwd: ROOT });

/** The rules that complain when this text stands in that file. */
async function complaints(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

describe("the boundaries between the parts", function () {
  this.timeout(60_000);

  const forbidden: readonly (readonly [string, string, string])[] = [
    ["src/core/score.ts", 'export { readFile } from "node:fs/promises";\n', "no-restricted-imports"],
    ["src/core/score.ts", 'export { join } from "path";\n', "no-restricted-imports"],
    ["src/core/score.ts", 'export type { Uri } from "vscode";\n', "no-restricted-imports"],
    ["src/core/score.ts", 'export { openEngine } from "../docker/open-engine";\n', "no-restricted-imports"],
    ["src/core/score.ts", "export const now = (): number => Date.now();\n", "no-restricted-globals"],
    ["src/core/score.ts", "export const chance = (): number => Math.random();\n", "no-restricted-properties"],
    ["src/core/score.ts", 'export const late = import("yaml");\n', "no-restricted-syntax"],
    [
      "src/docker/container/reach.ts",
      'export { gradeFolder } from "../../folder/grade-folder";\n',
      "no-restricted-imports",
    ],
    ["src/folder/list-paths.ts", 'export { EXIT } from "../cli/exit-codes";\n', "no-restricted-imports"],
    ["src/class/grading/grade-class.ts", 'export { EXIT } from "../../cli/exit-codes";\n', "no-restricted-imports"],
    ["src/class/grading/grade-class.ts", 'export { x } from "../../editor/x";\n', "no-restricted-imports"],
    [
      "src/folder/list-paths.ts",
      'export { gradeClass } from "../class/grading/grade-class";\n',
      "no-restricted-imports",
    ],
    ["src/cli/commands/grade.ts", 'export type { Uri } from "vscode";\n', "no-restricted-imports"],
    ["src/cli/commands/grade.ts", 'export { x } from "../../editor/x";\n', "no-restricted-imports"],
    ["src/cli/commands/grade.ts", 'console.log("hello");\n', "no-console"],
  ];
  for (const [file, text, rule] of forbidden.filter(([, , expected]) => expected)) {
    it(`${file} may not hold: ${text.trim()}`, async () => {
      assert.ok((await complaints(file, text)).includes(rule));
    });
  }

  it("let through what the architecture allows", async () => {
    assert.deepEqual(await complaints("src/core/score.ts", 'export { parseDocument } from "yaml";\n'), []);
    assert.deepEqual(await complaints("src/folder/list-paths.ts", 'export { grade } from "./grade";\n'), []);
  });
});
