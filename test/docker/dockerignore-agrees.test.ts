import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { decodeText } from "../../src/core/parse/decode-text";
import { parseDockerignore } from "../../src/core/parse/parse-dockerignore";
import { CONTEXT_FILES, IGNORE_CASES } from "../fixtures/dockerignore-cases";

const run = promisify(execFile);

describe("the .dockerignore parser and the real engine leave out the same files", function () {
  this.timeout(60_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dockerignore-agrees-"));
    for (const file of CONTEXT_FILES) {
      await mkdir(dirname(join(folder, "context", file)), { recursive: true });
      await writeFile(join(folder, "context", file), file);
    }
    await writeFile(join(folder, "Dockerfile"), "FROM scratch\nCOPY . /\n");
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const { title, text, refused = false } of IGNORE_CASES) {
    it(title, async () => {
      const bytes = Buffer.from(text);
      await writeFile(join(folder, "Dockerfile.dockerignore"), bytes);
      const model = parseDockerignore(decodeText(".dockerignore", bytes));
      const sent = await filesSent(folder);
      assert.equal(sent === undefined, refused, "what Docker says to the patterns is not what the table says");
      if (sent === undefined) return assert.notEqual(model.problems.length, 0);
      assert.deepEqual(model.problems, []);
      assert.deepEqual(CONTEXT_FILES.filter((file) => !model.ignores(file)).toSorted(), sent);
    });
  }
});

/** The files that reach an image that copies everything; undefined where Docker refuses the build. */
async function filesSent(folder: string): Promise<readonly string[] | undefined> {
  const out = join(folder, "out");
  await rm(out, { recursive: true, force: true });
  const words = ["--file", join(folder, "Dockerfile"), "--output", `type=local,dest=${out}`, join(folder, "context")];
  try {
    await run("docker", ["buildx", "build", ...words]);
  } catch (error) {
    if (/pattern/.test(String(error))) return undefined;
    throw error;
  }
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(out.length + 1)).toSorted();
}
