import assert from "node:assert/strict";
import { lintFile } from "../../../src/core/lint/lint-file";
import { loneFile } from "../../../src/core/lint/project";
import { missingUser } from "../../../src/core/rules/missing-user";

/** The titles of the fixes that Fix all may take. */
function preferred(text: string): readonly string[] {
  const project = loneFile({ path: "Dockerfile", text, encoding: "utf-8" });
  const { findings } = lintFile(project, "Dockerfile", { rules: [missingUser] });
  return findings.flatMap(({ fixes }) => fixes.flatMap((fix) => (fix.preferred ? [fix.title] : [])));
}

describe("switching the user by Fix all", () => {
  it("creates a user where the app only reads its files", () => {
    const text = 'FROM python:3.11-slim\nRUN mkdir /app\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n';
    assert.deepEqual(preferred(text), ["Create appuser and switch to it"]);
  });

  const undecided: readonly (readonly [string, string])[] = [
    ["a VOLUME", "VOLUME /data\nCMD python app.py"],
    ["a folder made for it", "RUN mkdir -p /app/uploads\nCMD python app.py"],
    ["a script of unknown contents", 'ENTRYPOINT ["/entrypoint.sh"]'],
  ];
  for (const [what, lines] of undecided) {
    it(`is left to the author where there is ${what}`, () => {
      assert.deepEqual(preferred(`FROM python:3.11-slim\nWORKDIR /app\n${lines}\n`), []);
    });
  }
});
