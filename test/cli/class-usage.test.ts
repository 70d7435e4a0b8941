import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildCli, cli } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

describe("class and merge on the command line", () => {
  before(buildCli);

  it("tell what they take", async () => {
    const help = await cli(["class", "--help"]);
    assert.equal(help.code, 0);
    for (const option of ["--shard i/n", "--time-limit S", "--jobs N", "--fresh", "--untrusted"])
      assert.ok(help.stdout.includes(option), option);
    assert.match((await cli(["merge", "--help"])).stdout, /output folders of all shards/);
  });

  it("do not list the command that is for the program itself, and refuse it to a person", async () => {
    assert.doesNotMatch((await cli(["--help"])).stdout, /grade-for-class/);
    const { code, stderr } = await cli(["grade-for-class"]);
    assert.deepEqual([code, /use `grade`/.test(stderr)], [2, true]);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["no class", ["class"], /class takes one folder, or one list/],
    ["two classes", ["class", "a", "b"], /class takes one folder, or one list/],
    ["a class that is missing", ["class", "no/such"], /it does not exist/],
    ["a part of no class", ["class", "test", "--shard", "4/3"], /--shard takes .* such as 2\/3, not “4\/3”/],
    ["no jobs", ["class", "test", "--jobs", "0"], /--jobs takes a whole number from 1 to 64, not “0”/],
    ["a time without end", ["class", "test", "--time-limit", "never"], /--time-limit takes a whole number/],
    ["a cache without a unit", ["class", "test", "--cache-limit", "10"], /such as 500MB or 10GB, not “10”/],
    ["a score that nobody can reach", ["class", "test", "--min-score", "101"], /from 0 to 100/],
    ["both trusts", ["class", "test", "--trusted", "--untrusted"], /exclude each other/],
    ["a list that is none", ["class", "package.json"], /of the list/],
    ["nothing to merge", ["merge"], /needs the output folders/],
    ["a merge into one of its parts", ["merge", "a", "b", "--output", "./a"], /would be written over/],
    ["a merge of what is not there", ["merge", "no/such", "--output", "x"], /cannot read no.such.class\.json/],
  ];
  for (const [name, args, message] of wrong) {
    it(`answer ${name} with exit code 2, on stderr alone`, async () => {
      const { code, stdout, stderr } = await cli(args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
    });
  }

  it("write nothing where the class is not as it should be", async () => {
    using folder = tempFolder({ "list.csv": "Ada,a\nAda,b\n" });
    const { code, stderr } = await cli(["class", "list.csv"], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stderr, /Lines 1 and 2 of the list have the same name/);
    assert.ok(!existsSync(join(folder.path, "dockerize-coach-class")));
  });
});
