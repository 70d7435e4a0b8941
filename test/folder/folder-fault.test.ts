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

  it("tells a full disk in plain words", () => {
    const { kind, text } = folderFault(systemError("ENOSPC"), "copy the folder");
    assert.equal(kind, "no-space");
    assert.equal(text.observed, "The coach cannot copy the folder: there is no space left on the disk.");
    assert.match(text.next, /Free some space/);
  });

  it("passes on the system's own words for what it does not know", () => {
    assert.match(folderFault(systemError("EIO"), "write a").text.observed, /cannot write a: EIO: something/);
    assert.match(folderFault("odd", "write a").text.observed, /odd/);
  });
});
