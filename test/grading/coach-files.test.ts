import { strict as assert } from "node:assert";
import { gradeFolder } from "../../src/folder/grade-folder";
import { folderSnapshot } from "../support/folder-snapshot";
import { tempFolder } from "../support/temp-folder";

/** Builds only where the coach's files are not in the context, and the learner's are. */
const LOOKS_AROUND = `FROM python:3.11-slim
COPY . /app
RUN test ! -e /app/.dockerize-coach && test ! -e /app/.github/workflows/dockerize-coach.yml
RUN test -e /app/src/app.py && test -e /app/.github/workflows/own.yml
`;

describe("The coach's own files", function () {
  this.timeout(120_000);

  for (const trust of ["trusted", "untrusted"] as const) {
    it(`are no part of what is built of ${trust} work, and stay where they are`, async () => {
      using folder = tempFolder({
        Dockerfile: LOOKS_AROUND,
        "src/app.py": "",
        ".dockerize-coach/grader.cjs": "",
        ".github/workflows/dockerize-coach.yml": "",
        ".github/workflows/own.yml": "",
      });
      const before = folderSnapshot(folder.path);
      const { signal } = new AbortController();
      const report = await gradeFolder({
        folder: folder.path,
        trust,
        only: ["image-builds"],
        env: process.env,
        signal,
      });
      assert.equal(report.checks[0]?.status, "passed", report.checks[0]?.observed);
      assert.deepEqual(folderSnapshot(folder.path), before);
    });
  }
});
