import assert from "node:assert/strict";
import { numericUid, uidOf } from "../../src/docker/image/configured-uid";
import { uidFromRows, uidFromStatus } from "../../src/docker/container/effective-uid";

describe("a user's uid", () => {
  const passwd =
    "root:x:0:0:root:/root:/bin/bash\ntoor:x:0:0::/root:/bin/sh\napp:x:1001:1001::/home/app:/bin/sh\nodd:x::1::/:/bin/sh";
  const users: readonly [user: string, uid: number | undefined][] = [
    ["", 0],
    ["0", 0],
    ["00", 0],
    ["0:0", 0],
    ["1000:root", 1000],
    ["root", 0],
    ["toor", 0],
    ["app", 1001],
    ["app:root", 1001],
    ["missing", undefined],
    ["odd", undefined],
    ["ap", undefined],
  ];
  for (const [user, uid] of users) {
    it(`of "${user}" is ${uid ?? "not to be told"}`, () => assert.equal(numericUid(user) ?? uidOf(user, passwd), uid));
  }

  it("is the effective one of a process's status", () => {
    assert.equal(uidFromStatus("Name:\tpython\nUid:\t0\t1001\t0\t0\nGid:\t5\t5\t5\t5\n"), 1001);
    assert.equal(uidFromStatus("I am uid 1000, trust me"), undefined);
  });

  it("is that of the process the engine started, not of one beside it", () => {
    const rows = [
      ["70", "0"],
      ["71", "1001"],
    ];
    assert.equal(uidFromRows(["PID", "EUID"], rows, 71), 1001);
    assert.equal(uidFromRows(["PID", "EUID"], rows, 72), undefined);
    assert.equal(uidFromRows(["USER", "PID"], rows, 71), undefined);
  });
});
