import assert from "node:assert/strict";
import { leavesFolder, pathInFolder } from "../../../src/core/compose/path-in-folder";

describe("a path and a folder", () => {
  for (const [folder, path, expected] of [
    ["/home/ada/app", "/home/ada/app", "."],
    ["/home/ada/app", "/home/ada/app/src/../conf", "conf"],
    ["/home/ada/app", "/home/ada/application", undefined],
    ["/home/ada/app", "/home/ada", undefined],
    ["/home/ada/app", "/home/ada/app/..data", "..data"],
    ["/home/ada/app", "https://github.com/a/b.git", undefined],
    ["/home/ada/app", "", undefined],
    ["C:\\Users\\Ada\\app", "c:\\Users\\Ada\\app\\src", "src"],
    ["C:\\Users\\Ada\\app", "D:\\Users\\Ada\\app\\src", undefined],
    ["\\\\wsl$\\Debian\\app", "\\\\wsl$\\Debian\\app\\src", "src"],
  ] as const) {
    it(`${path || "nothing"} ${expected === undefined ? "is outside" : `is ${expected} of`} ${folder}`, () => {
      assert.equal(pathInFolder(folder, path), expected);
    });
  }

  it("knows the written paths that lead out", () => {
    const written = ["..", "../a", "a/../../b", "/a", "~/a", "C:/a", "..\\a", "src", "./src", "a/../b", "..a"];
    assert.deepEqual(written.filter(leavesFolder), ["..", "../a", "a/../../b", "/a", "~/a", "C:/a", "..\\a"]);
  });
});
