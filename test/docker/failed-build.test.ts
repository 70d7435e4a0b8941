import assert from "node:assert/strict";
import { EngineFault } from "../../src/core/container-engine";
import type { BuildTrace } from "../../src/docker/build-trace";
import type { Builder } from "../../src/docker/builders";
import { type FailedBuild, failedBuild, isSameFailure } from "../../src/docker/failed-build";
import { rawjsonProgress } from "../../src/docker/rawjson-progress";

const BUILDKIT: Builder = { kind: "buildkit", command: [], args: [], env: {}, decoder: rawjsonProgress };
const EXIT = 'process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1';
const MISSING = (reference: string) =>
  `failed to compute cache key: failed to calculate checksum of ref ${reference}: "/main.py": not found`;

describe("A failed build", () => {
  it("is certain where the step and the engine's last word agree on an exit code", () => {
    assert.equal(failed({ step: EXIT, last: EXIT }).certain, true);
  });

  it("is looked at again where the step said something else, or no step was named", () => {
    assert.equal(failed({ step: EXIT.replace("code: 1", "code: 7"), last: EXIT }).certain, false);
    assert.equal(
      failed({ last: "failed to read dockerfile: open Dxckerfile: no such file or directory" }).certain,
      false,
    );
  });

  it("is looked at again where nothing ended by itself", () => {
    assert.equal(failed({ step: MISSING("abc"), last: MISSING("abc") }).certain, false);
  });

  it("is the same again where only BuildKit's own references differ", () => {
    const [one, other] = ["k4sxx2m0c1l8w5v9q7z3r6t1y", "p0o9i8u7y6t5r4e3w2q1a0s9d"].map((reference) =>
      failed({ step: MISSING(reference), last: MISSING(reference) }),
    );
    assert.ok(one && other);
    assert.equal(isSameFailure(one.failed, other.failed), true);
    assert.equal(isSameFailure(one.failed, failed({ step: EXIT, last: EXIT }).failed), false);
  });

  it("is no failure of the submission where the engine's words are about the way to it", () => {
    assert.throws(() => failed({ last: "no active session for x: context deadline exceeded" }), EngineFault);
    assert.throws(
      () => failed({ last: "client version 1.99 is too new. Maximum supported API version is 1.51" }),
      /understand each other/,
    );
  });
});

function failed({ step, last }: { readonly step?: string; readonly last: string }): FailedBuild {
  const trace: BuildTrace = {
    steps: [],
    closing: [`ERROR: failed to build: failed to solve: ${last}`],
    ...(step !== undefined && { failure: { message: step, output: [] } }),
  };
  return failedBuild(trace, { exitCode: 1, stdout: "", stderr: "" }, BUILDKIT, () => undefined);
}
