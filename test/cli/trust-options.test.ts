import assert from "node:assert/strict";
import { chosenTrust, trustByDefault } from "../../src/cli/trust-options";
import { UsageError } from "../../src/cli/usage-error";

const NOTHING = { trusted: false, untrusted: false, "no-build-network": false };

describe("whose work is graded", () => {
  it("is one's own, unless a service runs the program", () => {
    for (const CI of ["true", "1", "yes", "TRUE"]) assert.equal(trustByDefault({ CI }), "untrusted", CI);
    for (const CI of ["", " ", "false", "False", "0", undefined]) assert.equal(trustByDefault({ CI }), "trusted", CI);
  });

  it("is what the options say, whatever runs the program", () => {
    assert.equal(chosenTrust({ ...NOTHING, trusted: true }, "untrusted").trust, "trusted");
    assert.equal(chosenTrust({ ...NOTHING, untrusted: true }, "trusted").trust, "untrusted");
    assert.equal(chosenTrust(NOTHING, "untrusted").trust, "untrusted");
  });

  it("leaves the build its network, unless that is closed for untrusted work", () => {
    assert.equal(chosenTrust({ ...NOTHING, untrusted: true }, "trusted").buildNetwork, "open");
    assert.equal(chosenTrust({ ...NOTHING, "no-build-network": true }, "untrusted").buildNetwork, "closed");
    assert.throws(() => chosenTrust({ ...NOTHING, "no-build-network": true }, "trusted"), UsageError);
  });
});
