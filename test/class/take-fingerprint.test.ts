import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { takeFingerprint } from "../../src/class/list/take-fingerprint";
import { tempFolder } from "../support/temp-folder";

const FILES = { Dockerfile: "FROM python\nRUN  true\n", "src/app.py": "print(1)\n", "data/x.bin": "x" };

async function fingerprintOf(files: Readonly<Record<string, string>>, change?: (folder: string) => void) {
  using folder = tempFolder(files);
  change?.(folder.path);
  return await takeFingerprint(folder.path);
}

describe("the fingerprint of a submission", () => {
  it("is the same for the same files, wherever they lie", async () => {
    assert.deepEqual(await fingerprintOf(FILES), await fingerprintOf(FILES));
  });

  const changes: readonly (readonly [string, (folder: string) => void])[] = [
    ["a byte of any file", (folder) => writeFileSync(join(folder, "data/x.bin"), "y")],
    ["a new file", (folder) => writeFileSync(join(folder, "new"), "")],
    ["where a link leads", (folder) => symlinkSync("nowhere", join(folder, "link"))],
  ];
  for (const [what, change] of changes) {
    it(`tells ${what}`, async () => {
      const [before, after] = [await fingerprintOf(FILES), await fingerprintOf(FILES, change)];
      assert.notEqual(after.content, before.content);
      assert.equal(after.likeness, before.likeness);
    });
  }

  (process.platform === "win32" ? it.skip : it)("tells whether a file may be run", async () => {
    const runnable = await fingerprintOf(FILES, (folder) => chmodSync(join(folder, "src/app.py"), 0o755));
    assert.notEqual(runnable.content, (await fingerprintOf(FILES)).content);
  });

  it("is alike for other line ends and blanks, and not for other words", async () => {
    const alike = await fingerprintOf({ ...FILES, Dockerfile: "\r\nFROM python  \r\n\r\n RUN true" });
    const plain = await fingerprintOf(FILES);
    assert.equal(alike.likeness, plain.likeness);
    assert.notEqual(alike.content, plain.content);
    const other = await fingerprintOf({ ...FILES, Dockerfile: "FROM python\nRUN false\n" });
    assert.notEqual(other.likeness, plain.likeness);
  });

  it("does not depend on version control", async () => {
    assert.equal(
      (await fingerprintOf({ ...FILES, ".git/HEAD": "one" })).content,
      (await fingerprintOf({ ...FILES, ".git/HEAD": "two" })).content,
    );
  });

  (process.platform === "win32" ? it.skip : it)("opens no pipe, and reads a giant's beginning alone", async () => {
    const started = performance.now();
    const { content } = await fingerprintOf(FILES, (folder) => {
      execFileSync("mkfifo", [join(folder, "pipe")]);
      writeFileSync(join(folder, "giant"), "");
      truncateSync(join(folder, "giant"), 2 ** 40);
    });
    assert.match(content, /^[0-9a-f]{64}$/);
    assert.ok(performance.now() - started < 60_000);
  });

  it("says so where the folder is missing", async () => {
    await assert.rejects(takeFingerprint("/no/such/folder"), /does not exist/);
  });
});
