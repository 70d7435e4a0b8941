import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { folderSnapshot } from "../support/folder-snapshot";
import { buildCli, cli } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

const PACKAGE = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as { version: string };

describe("the command line", () => {
  before(buildCli);

  it("prints its version and its help on stdout", async () => {
    assert.deepEqual(await cli(["--version"]), { code: 0, stdout: `${PACKAGE.version}\n`, stderr: "" });
    const { code, stdout } = await cli(["--help"]);
    assert.equal(code, 0);
    for (const command of ["start <folder>", "grade [folder]", "lint <file"])
      assert.ok(stdout.includes(command), command);
  });

  it("explains each command, whatever else is on the line", async () => {
    const { code, stdout } = await cli(["grade", "--nonsense", "--help"]);
    assert.equal(code, 0);
    assert.match(stdout, /--min-score N/);
    assert.match(stdout, /dockerfile-exists/);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["no command", [], /say what to do/],
    ["an unknown command", ["mark"], /no command “mark”/],
    ["an unknown option", ["grade", "--fast"], /Unknown option '--fast'/],
    ["an unknown format", ["grade", "--format", "xml"], /--format takes text, json, junit, .*not “xml”/],
    ["an option without its value", ["grade", "--format"], /argument missing/],
    ["a minimum that is no number", ["grade", "--min-score", "all"], /whole number from 0 to 100, not “all”/],
    ["a minimum that nobody can reach", ["grade", "--min-score", "101"], /not “101”/],
    ["an unknown check", ["grade", "--only", "multi-stage,speed"], /no check “speed”.*healthcheck/],
    ["no check at all", ["grade", "--only", ""], /no check “”/],
    ["work that is trusted and is not", ["grade", "--trusted", "--untrusted"], /exclude each other/],
    ["a closed network for trusted work", ["grade", "--trusted", "--no-build-network"], /is for untrusted work/],
    ["two folders to grade", ["grade", "a", "b"], /one folder, not 2/],
    ["a missing folder to grade", ["grade", "no/such/folder"], /it does not exist/],
    ["a file to grade", ["grade", "--trusted", "package.json"], /it is a file/],
    ["a file of somebody else's to grade", ["grade", "--untrusted", "package.json"], /it is a file/],
    ["nowhere to start", ["start"], /needs the folder/],
    ["a start in a file", ["start", "package.json"], /a file is where a folder should be/],
    ["nothing to lint", ["lint"], /needs a file, a folder, or - /],
    ["a missing file to lint", ["lint", "no-such-file"], /cannot read no-such-file: it does not exist/],
    ["an unknown severity", ["lint", "--fail-on", "doom", "."], /--fail-on takes error, warning/],
  ];
  for (const [name, args, message] of wrong) {
    it(`answers ${name} with exit code 2, on stderr alone`, async () => {
      const { code, stdout, stderr } = await cli(args);
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.equal(stdout, "");
    });
  }

  it("starts the challenge from the bundle, and says what was written and what was kept", async () => {
    using folder = tempFolder({ "my work/README.md": "mine" });
    const { code, stdout } = await cli(["start", "my work"], { cwd: folder.path });
    assert.equal(code, 0);
    assert.match(stdout, /written: \.gitignore, Dockerfile, .*src\/app\.py/);
    assert.match(stdout, /kept as they were: README\.md/);
    assert.match(stdout, /dockerize-coach grade "my work"/);
    assert.equal(readFileSync(join(folder.path, "my work", "README.md"), "utf8"), "mine");
  });

  it("changes nothing when the challenge is started twice", async () => {
    using folder = tempFolder();
    await cli(["start", "."], { cwd: folder.path });
    const before = folderSnapshot(folder.path);
    const { code, stdout } = await cli(["start", "."], { cwd: folder.path });
    assert.equal(code, 0);
    assert.match(stdout, /nothing has changed/);
    assert.deepEqual(folderSnapshot(folder.path), before);
  });

  it("brings the grader of a challenge up to date on request, and says what became of it", async () => {
    using folder = tempFolder({ ".dockerize-coach/grader.cjs": "// mine\n" });
    const update = async () => (await cli(["start", ".", "--update-grader"], { cwd: folder.path })).stdout;
    assert.match(await update(), /grader\.cjs is none of the coach's, or was changed by hand, and stays/);
    rmSync(join(folder.path, ".dockerize-coach"), { recursive: true });
    assert.match(await update(), /was missing and is there now\. Commit it/);
    assert.match(await update(), /is this version's already/);
    assert.equal(existsSync(join(folder.path, "Dockerfile")), false, "nothing else was laid down");
  });
});
