import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isChallenge } from "../../src/folder/is-challenge";
import { FolderFault } from "../../src/folder/folder-fault";
import { startChallenge } from "../../src/folder/start-challenge";
import { buildCli } from "../support/built-cli";
import { folderSnapshot } from "../support/folder-snapshot";
import { tempFolder } from "../support/temp-folder";

const PACKAGE = join(__dirname, "..", "..");
const STARTER = join(PACKAGE, "challenge", "starter");
const WORKFLOW_FILES = [".github/workflows/dockerize-coach.yml", ".dockerize-coach/grader.cjs"];
const STARTER_FILES = [
  ".gitignore",
  "Dockerfile",
  "README.md",
  "challenge.json",
  "docker-compose.yml",
  "requirements.txt",
  "src/app.py",
];

describe("starting the challenge", () => {
  before(buildCli);

  it("makes the folder, however deep, and writes every file of the starter", async () => {
    using folder = tempFolder();
    const target = join(folder.path, "new", "folder");
    const result = await startChallenge(target, PACKAGE);
    assert.deepEqual(result, { folder: target, written: [...STARTER_FILES, ...WORKFLOW_FILES], kept: [] });
    for (const file of STARTER_FILES) {
      assert.deepEqual(readFileSync(join(target, file)), readFileSync(join(STARTER, file)), file);
    }
    assert.equal(await isChallenge(target), true);
  });

  it("overwrites nothing, and says what it kept", async () => {
    using folder = tempFolder({ Dockerfile: "FROM mine", "src/app.py": "# mine", "src/more.py": "" });
    const { written, kept } = await startChallenge(folder.path, PACKAGE);
    assert.deepEqual(kept, ["Dockerfile", "src/app.py"]);
    assert.ok(written.includes("challenge.json"));
    assert.equal(readFileSync(join(folder.path, "Dockerfile"), "utf8"), "FROM mine");
    assert.equal(readFileSync(join(folder.path, "src/app.py"), "utf8"), "# mine");
  });

  it("changes nothing the second time", async () => {
    using folder = tempFolder();
    await startChallenge(folder.path, PACKAGE);
    const before = folderSnapshot(folder.path);
    const { written, kept } = await startChallenge(folder.path, PACKAGE);
    assert.deepEqual(written, []);
    assert.deepEqual(kept, [...STARTER_FILES, ...WORKFLOW_FILES]);
    assert.deepEqual(folderSnapshot(folder.path), before);
  });

  it("puts no second Compose file beside one of another name", async () => {
    using folder = tempFolder({ "compose.yaml": "services: {}\n" });
    const { written, kept } = await startChallenge(folder.path, PACKAGE);
    assert.deepEqual(kept, ["compose.yaml"]);
    assert.ok(!written.includes("docker-compose.yml"));
  });

  it("lets the learner write the files even where the package itself is read-only", async () => {
    const files = ["challenge/starter/Dockerfile", "challenge/workflow/dockerize-coach.yml", "dist/grader.cjs"];
    using readOnly = tempFolder(Object.fromEntries(files.map((file) => [file, "#"])));
    using folder = tempFolder();
    for (const file of files) chmodSync(join(readOnly.path, file), 0o444);
    await startChallenge(folder.path, readOnly.path);
    assert.notEqual(statSync(join(folder.path, "Dockerfile")).mode & 0o200, 0);
  });

  it("leaves the workflows that are there, and lays its own beside them", async () => {
    const workflow = ".github/workflows/grade.yml";
    using folder = tempFolder({ [workflow]: "name: mine" });
    const { written } = await startChallenge(folder.path, PACKAGE);
    assert.deepEqual(written.slice(-2), WORKFLOW_FILES);
    assert.equal(readFileSync(join(folder.path, workflow), "utf8"), "name: mine");
  });

  it("says that the package is not whole, where its grader is missing", async () => {
    using broken = tempFolder({ "challenge/starter/Dockerfile": "#", "challenge/workflow/dockerize-coach.yml": "#" });
    using folder = tempFolder();
    await assert.rejects(startChallenge(folder.path, broken.path), /grader\.cjs is missing\. Install the coach anew/);
  });

  it("explains that the target is a file", async () => {
    using folder = tempFolder({ taken: "" });
    await assert.rejects(startChallenge(join(folder.path, "taken"), PACKAGE), (fault: unknown) => {
      assert.ok(fault instanceof FolderFault);
      assert.match(fault.text.observed, /taken: a file is where a folder should be/);
      return true;
    });
  });

  it("explains that a file stands where the starter has a folder", async () => {
    using folder = tempFolder({ src: "" });
    await assert.rejects(startChallenge(folder.path, PACKAGE), /src: a file is where a folder should be/);
  });
});

describe("a folder is the challenge", () => {
  const cases: readonly (readonly [string, Record<string, string>, boolean])[] = [
    ["with the id in its challenge.json", { "challenge.json": '\uFEFF{"id":"dockerize-python-app"}' }, true],
    ["with src/app.py beside requirements.txt", { "src/app.py": "", "requirements.txt": "" }, true],
    ["not with another challenge's id", { "challenge.json": '{"id":"another"}' }, false],
    ["not with a broken challenge.json", { "challenge.json": "{" }, false],
    ["not with src/app.py alone", { "src/app.py": "" }, false],
    ["not when it is empty", {}, false],
  ];
  for (const [name, files, expected] of cases) {
    it(name, async () => {
      using folder = tempFolder(files);
      assert.equal(await isChallenge(folder.path), expected);
    });
  }

  it("not when requirements.txt is a folder, nor when the folder is missing", async () => {
    using folder = tempFolder({ "src/app.py": "" });
    mkdirSync(join(folder.path, "requirements.txt"));
    assert.equal(await isChallenge(folder.path), false);
    assert.equal(await isChallenge(join(folder.path, "nowhere")), false);
  });
});
