import assert from "node:assert/strict";
import { folderFault } from "../../src/folder/folder-fault";

const systemError = (code: string) => Object.assign(new Error(`${code}: something`), { code });

describe("a fault of the file system", () => {
  it("tells a missing permission in plain words, whatever the system calls it", () => {
    for (const code of ["EACCES", "EPERM", "EROFS"]) {
      const { kind, text } = folderFault(systemError(code), "read Dockerfile");
      assert.equal(kind, "no-permission");
      assert.equal(text.observed, "The coach cannot read Dockerfile: this user has no permission for it.");
    }
  });

  it("passes on the system's own words for what it does not know", () => {
    assert.match(folderFault(systemError("ENOSPC"), "write a").text.observed, /cannot write a: ENOSPC: something/);
    assert.match(folderFault("odd", "write a").text.observed, /odd/);
  });
});
