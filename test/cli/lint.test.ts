import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { LintReport } from "../../src/cli/lint-report";
import { buildCli, cli } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

const SCHEMA = join(__dirname, "..", "..", "schema", "lint.schema.json");
const validate = new Ajv({ strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(SCHEMA, "utf8")) as object,
);

/** Lints, and fails unless the answer is as the schema describes it. */
async function lint(cwd: string, ...paths: readonly string[]): Promise<LintReport> {
  const { code, stdout, stderr } = await cli(["lint", "--format", "json", ...paths], { cwd });
  assert.ok(code === 0 || code === 1, stderr);
  const report = JSON.parse(stdout) as LintReport;
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report;
}

const TWO_STAGES = `FROM python:3.11 AS builder
FROM python:3.11-slim
COPY --from=builder /install /usr/local
USER appuser
HEALTHCHECK CMD python -c "import urllib.request"
`;

const TWO_STAGES_FACTS = {
  parses: true,
  stages: 2,
  finalBase: "python:3.11-slim",
  slim: true,
  multiStage: true,
  user: "appuser",
  healthcheck: "defined",
  healthcheckTool: "python",
};

describe("lint", () => {
  before(buildCli);

  it("tells the facts of a Dockerfile", async () => {
    using folder = tempFolder({ Dockerfile: TWO_STAGES });
    const [file] = (await lint(folder.path, "Dockerfile")).files;
    assert.deepEqual([file?.path, file?.kind, file?.facts], ["Dockerfile", "dockerfile", TWO_STAGES_FACTS]);
  });

  it("reads the same facts with a byte order mark and Windows' line ends", async () => {
    using folder = tempFolder({ Dockerfile: `\uFEFF${TWO_STAGES.replaceAll("\n", "\r\n")}` });
    assert.deepEqual((await lint(folder.path, "Dockerfile")).files[0]?.facts, TWO_STAGES_FACTS);
  });

  it("says that a Dockerfile in UTF-16 does not parse", async () => {
    using folder = tempFolder({ Dockerfile: Buffer.from(`\uFEFF${TWO_STAGES}`, "utf16le") });
    const facts = (await lint(folder.path, "Dockerfile")).files[0]?.facts;
    assert.ok(facts && "parses" in facts && !facts.parses);
  });

  it("survives an empty file, binary rubbish, and a file that is only half typed", async () => {
    using folder = tempFolder({
      a: "",
      b: Buffer.from([0, 255, 254, 1, 2, 3]),
      c: "FROM python AS\nRUN <<EOF\nHEALTHCHECK --",
    });
    const { files } = await lint(folder.path, "a", "b", "c");
    assert.deepEqual(
      files.map(({ path, kind }) => [path, kind]),
      [
        ["a", "dockerfile"],
        ["b", "dockerfile"],
        ["c", "dockerfile"],
      ],
    );
  });

  it("takes every file of a known name in a folder, each once, and leaves large folders alone", async () => {
    using folder = tempFolder({
      Dockerfile: TWO_STAGES,
      ".dockerignore": "venv\n",
      "compose.yaml": "services: {}\n",
      "sub/Dockerfile.dev": "FROM scratch\n",
      "node_modules/x/Dockerfile": "FROM scratch\n",
      "notes.txt": "",
    });
    const { files } = await lint(folder.path, "Dockerfile", ".");
    assert.deepEqual(
      files.map(({ path, kind }) => `${path} ${kind}`),
      ["Dockerfile dockerfile", ".dockerignore dockerignore", "compose.yaml compose", "sub/Dockerfile.dev dockerfile"],
    );
  });

  it("shows paths from the current folder, or absolute where they were given so", async () => {
    using folder = tempFolder({ "x/Dockerfile": TWO_STAGES, "y/here.txt": "" });
    const absolute = join(folder.path, "x", "Dockerfile");
    const paths = async (...given: string[]) =>
      (await lint(join(folder.path, "y"), ...given)).files.map(({ path }) => path);
    assert.deepEqual(await paths("../x"), ["../x/Dockerfile"]);
    assert.deepEqual(await paths(absolute), [absolute.replaceAll("\\", "/")]);
  });

  (process.platform === "win32" ? it.skip : it)(
    "refuses a pipe and a file that is too large, and prints nothing",
    async () => {
      using folder = tempFolder({ large: "#".repeat(1024 * 1024 + 1) });
      execFileSync("mkfifo", [join(folder.path, "pipe")]);
      for (const [path, message] of [
        ["pipe", /no regular file/],
        ["large", /larger than 1 MiB/],
      ] as const) {
        const { code, stdout, stderr } = await cli(["lint", "--format", "json", path], { cwd: folder.path });
        assert.equal(code, 2);
        assert.match(stderr, message);
        assert.equal(stdout, "");
      }
    },
  );
});
