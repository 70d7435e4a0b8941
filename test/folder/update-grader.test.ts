import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addWorkflow } from "../../src/folder/add-workflow";
import { COACH_GRADER } from "../../src/core/coach-files";
import { graderSeal, isOlder } from "../../src/folder/grader-file";
import { updateGrader } from "../../src/folder/update-grader";
import { buildCli } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

const PACKAGE = join(__dirname, "..", "..");
const built = () => readFileSync(join(PACKAGE, "dist", "grader.cjs"), "utf8");

/** A grader as another version of the coach would have built it. */
function graderOf(version: string, body = "// its code\n"): string {
  const hash = createHash("sha256").update(body).digest("hex");
  return `// Dockerize Coach grader ${version} sha256:${hash}\n${body}`;
}

describe("the grader in a challenge folder", () => {
  before(buildCli);

  it("knows its version, and that nobody has changed it", () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
    assert.deepEqual(graderSeal(built()), { version, intact: true });
    assert.deepEqual(graderSeal(`${built()} `), { version, intact: false });
    assert.equal(graderSeal("console.log('mine')\n"), undefined);
  });

  it("is the same with the line ends that git gives it on Windows", () => {
    assert.equal(graderSeal(built().replaceAll("\n", "\r\n"))?.intact, true);
  });

  const cases: readonly (readonly [string, string | undefined, string, boolean])[] = [
    ["is written where it is missing", undefined, "written", true],
    ["is replaced where it is an older one", graderOf("0.0.9"), "updated", true],
    ["is replaced where it is another build of this version", graderOf("0.1.0"), "updated", true],
    ["stays where a newer version wrote it", graderOf("9.0.0"), "newer", false],
    ["stays where somebody changed it", `${graderOf("0.0.9")}// mine\n`, "changed", false],
    ["stays where it is none of the coach's", "// mine\n", "changed", false],
  ];
  for (const [name, text, expected, replaced] of cases) {
    it(name, async () => {
      using folder = tempFolder(text === undefined ? {} : { [COACH_GRADER]: text });
      assert.equal(await updateGrader(folder.path, PACKAGE), expected);
      assert.equal(readFileSync(join(folder.path, COACH_GRADER), "utf8"), replaced ? built() : text);
      assert.deepEqual(readdirSync(join(folder.path, ".dockerize-coach")), ["grader.cjs"]);
    });
  }

  it("is up to date after it was laid down, on Windows too", async () => {
    using folder = tempFolder();
    await addWorkflow(folder.path, PACKAGE);
    assert.equal(await updateGrader(folder.path, PACKAGE), "current");
    writeFileSync(join(folder.path, COACH_GRADER), built().replaceAll("\n", "\r\n"));
    assert.equal(await updateGrader(folder.path, PACKAGE), "current");
  });

  it("is older by its numbers, not by its letters", () => {
    assert.equal(isOlder("0.9.0", "0.10.0"), true);
    assert.equal(isOlder("0.10.0", "0.9.0"), false);
    assert.equal(isOlder("1.0.0", "1.0.0"), false);
  });
});
