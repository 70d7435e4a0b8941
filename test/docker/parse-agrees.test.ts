import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PARSE_CORPUS } from "../fixtures/parse-corpus";
import { modelOf } from "../support/model-of";

describe("the Dockerfile parser and the real engine take the same files", function () {
  this.timeout(60_000);
  let context: string;

  before(async () => {
    context = await mkdtemp(join(tmpdir(), "parse-agrees-"));
  });
  after(() => rm(context, { recursive: true, force: true }));

  for (const { title, text, parses } of PARSE_CORPUS) {
    it(`${parses ? "takes" : "refuses"} ${title}`, async () => {
      const refusal = await refusalOf(text, context);
      assert.equal(refusal === undefined, parses, `Docker says: ${refusal ?? "fine"}`);
      const messages = modelOf(text).problems.map(({ message }) => message);
      assert.equal(
        messages.length === 0,
        parses,
        `we say: ${messages.join(" ") || "fine"}, Docker: ${refusal ?? "fine"}`,
      );
    });
  }
});

/** What BuildKit refuses, before it runs anything. Its lint warnings end with a failing code too, so the text decides. */
function refusalOf(dockerfile: string, context: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const words = ["buildx", "build", "--call=check", "--file", "-", context];
    const child = execFile("docker", words, (error, stdout, stderr) => {
      const refusal = /^ERROR: (.*)$/m.exec(stderr)?.[1];
      if (refusal !== undefined || /^Check complete/m.test(stdout)) resolve(refusal);
      else reject(new Error(`docker did not check the file: ${stderr}`, { cause: error }));
    });
    child.stdin?.end(dockerfile);
  });
}
