import assert from "node:assert/strict";
import { EngineFault } from "../../src/core/container-engine";
import type { BuildTrace } from "../../src/docker/build/build-trace";
import type { Builder } from "../../src/docker/build/builders";
import { agreedFailure, type FailedBuild, failedBuild } from "../../src/docker/build/failed-build";
import { rawjsonProgress } from "../../src/docker/build/rawjson-progress";

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
      failed({ step: EXIT, last: `lease ${reference} is gone` }),
    );
    assert.ok(one && other);
    assert.ok(agreedFailure(one.failed, other.failed));
    assert.equal(agreedFailure(one.failed, failed({ step: EXIT, last: EXIT }).failed), undefined);
  });

  it("names the first of several missing files, whichever BuildKit has named", () => {
    const source = failed({ last: MISSING("abc"), line: 23 }).failed;
    const requirements = failed({ last: MISSING("xyz").replace("main.py", "requirements.txt"), line: 7 }).failed;
    for (const agreed of [agreedFailure(source, requirements), agreedFailure(requirements, source)]) {
      assert.equal(agreed?.line, 6);
      assert.equal(agreed.message, 'failed to compute cache key: "/requirements.txt": not found');
    }
  });

  it("names the first of several missing images, whichever BuildKit has named", () => {
    const missing = (image: string) =>
      `${image}: failed to resolve source metadata for docker.io/library/${image}: docker.io/library/${image}: not found`;
    const [one, other] = [
      failed({ last: missing("pyton:3.11"), line: 1 }),
      failed({ last: missing("pyton:3"), line: 9 }),
    ].map((build) => build.failed);
    assert.ok(one && other);
    assert.equal(agreedFailure(other, one)?.line, 0);
    assert.equal(agreedFailure(one, failed({ last: MISSING("abc"), line: 9 }).failed), undefined);
  });

  it("is no failure of the submission where the engine's words are about the way to it", () => {
    assert.throws(() => failed({ last: "no active session for x: context deadline exceeded" }), EngineFault);
    assert.throws(
      () => failed({ last: "client version 1.99 is too new. Maximum supported API version is 1.51" }),
      /understand each other/,
    );
  });
});

interface Said {
  readonly step?: string;
  readonly last: string;
  /** where BuildKit's piece of the Dockerfile points, from 1 */
  readonly line?: number;
}

function failed({ step, last, line }: Said): FailedBuild {
  const piece = line === undefined ? [] : [`  ${line} | >>> COPY`];
  const trace: BuildTrace = {
    steps: [],
    closing: [...piece, `ERROR: failed to build: failed to solve: ${last}`],
    ...(step !== undefined && { failure: { message: step, output: [] } }),
  };
  return failedBuild(trace, { exitCode: 1, stdout: "", stderr: "" }, BUILDKIT, () => undefined);
}
