import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gradeFolder } from "../../src/folder/grade-folder";
import { gradeNow } from "../support/grade-now";
import { takeFixes } from "../support/take-fixes";
import { tempFolder } from "../support/temp-folder";

const STARTER = join(__dirname, "..", "..", "challenge", "starter");
/** What the course calls the naive Dockerfile: it works, and that is all. */
const NAIVE = `FROM python:3.11
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
EXPOSE 5000
CMD ["python", "src/app.py"]
`;
const COMMENTED = `# The API
FROM python:3.11

# Where the app lives
WORKDIR /app

# Everything goes in
COPY . .

# The packages
RUN pip install -r requirements.txt

# How it starts
CMD ["python", "src/app.py"]
`;
const SHELL_FORM = `from python
workdir /app
add . .
run pip install -r requirements.txt
cmd python src/app.py
`;

describe("Fixes alone, nothing typed", function () {
  this.timeout(600_000);

  for (const [name, dockerfile] of Object.entries({
    "the naive Dockerfile": NAIVE,
    "one with comments": COMMENTED,
    "one in lower case, with ADD, without a tag, in shell form": SHELL_FORM,
  })) {
    it(`lead from ${name} in an otherwise empty challenge to at least 95 points, and each step builds`, async () => {
      using folder = tempFolder({ Dockerfile: dockerfile });
      for (const part of ["src", "requirements.txt"])
        cpSync(join(STARTER, part), join(folder.path, part), { recursive: true });
      const way: string[] = [];
      for await (const { took } of takeFixes(folder.path)) {
        way.push(took);
        await assertBuilds(folder.path, took);
      }
      const report = await gradeNow(folder.path);
      const lost = report.checks.filter((check) => check.status !== "passed");
      const shown = [...way, readFileSync(join(folder.path, "Dockerfile"), "utf8"), JSON.stringify(lost, null, 2)];
      assert.ok(report.score.earned >= 95, `${report.score.earned} points\n${shown.join("\n")}`);
    });
  }
});

async function assertBuilds(folder: string, after: string): Promise<void> {
  const signal = new AbortController().signal;
  const { checks } = await gradeFolder({ folder, only: ["image-builds"], env: process.env, signal });
  const build = checks.find(({ id }) => id === "image-builds");
  const text = readFileSync(join(folder, "Dockerfile"), "utf8");
  assert.equal(build?.status, "passed", `after ${after}:\n${text}\n${JSON.stringify(build?.evidence, null, 2)}`);
}
