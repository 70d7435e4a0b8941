import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import type { LintReport } from "../../src/cli/lint-report";
import { buildCli, cli } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";

const ROOT_USER = `FROM python:3.11-slim
WORKDIR /app
RUN useradd appuser
USER root
CMD ["python", "app.py"]
`;

interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly locations: readonly { readonly physicalLocation: { readonly region: { readonly startLine: number } } }[];
    }[];
  }[];
}

describe("lint", () => {
  before(buildCli);

  it("tells a person where it is, what it is, why it matters and what to do", async () => {
    using folder = tempFolder({ Dockerfile: ROOT_USER });
    const { stdout, code } = await cli(["lint", "Dockerfile"], { cwd: folder.path });
    assert.equal(code, 0, "a warning is no error");
    assert.match(stdout, /warning {2}last-user-root {2}Dockerfile:4:6\n {4}The last USER/);
    assert.match(stdout, /Fix: Switch to appuser/);
    assert.match(stdout, /1 file: .*warning/);
  });

  it("ends with 1 from the severity on that was asked for", async () => {
    using folder = tempFolder({ Dockerfile: ROOT_USER });
    const codeAt = async (level: string) =>
      (await cli(["lint", "Dockerfile", "--fail-on", level], { cwd: folder.path })).code;
    assert.deepEqual([await codeAt("warning"), await codeAt("error")], [1, 0]);
  });

  it("reads one text from standard input, and calls it what it is told", async () => {
    const { stdout } = await cli(["lint", "-", "--stdin-filename", "x/Dockerfile", "--format", "json"], {
      input: ROOT_USER,
    });
    const [file] = (JSON.parse(stdout) as LintReport).files;
    assert.equal(file?.path, "x/Dockerfile");
    assert.ok(file.findings.some(({ rule }) => rule === "last-user-root"));
  });

  it("makes the fixes that need no decision, and says which", async () => {
    using folder = tempFolder({ Dockerfile: ROOT_USER.replaceAll("\n", "\r\n") });
    const { stderr } = await cli(["lint", "Dockerfile", "--fix"], { cwd: folder.path });
    assert.match(stderr, /^Dockerfile: Switch to appuser/m);
    const fixed = readFileSync(join(folder.path, "Dockerfile"), "utf8");
    assert.match(fixed, /^USER appuser\r$/m);
    assert.doesNotMatch(fixed, /[^\r]\n/);
    assert.equal(
      (await cli(["lint", "Dockerfile", "--fix"], { cwd: folder.path })).stderr,
      "",
      "a second time: nothing",
    );
    assert.equal(readFileSync(join(folder.path, "Dockerfile"), "utf8"), fixed);
  });

  it("keeps a byte order mark when it fixes", async () => {
    using folder = tempFolder({ Dockerfile: `\uFEFF${ROOT_USER}` });
    await cli(["lint", "Dockerfile", "--fix"], { cwd: folder.path });
    assert.equal(readFileSync(join(folder.path, "Dockerfile"), "utf8").charCodeAt(0), 0xfeff);
  });

  it("prints the fixed text where it came from standard input", async () => {
    const { stdout } = await cli(["lint", "-", "--fix"], { input: ROOT_USER });
    assert.match(stdout, /^USER appuser$/m);
  });

  it("writes a valid SARIF log for code scanning", async () => {
    using folder = tempFolder({ Dockerfile: ROOT_USER, "docker-compose.yml": "version: '3'\nservices: {}\n" });
    const { stdout } = await cli(["lint", ".", "--format", "sarif"], { cwd: folder.path });
    const log = JSON.parse(stdout) as SarifLog;
    const schema = readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8");
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      JSON.parse(schema) as object,
    );
    assert.ok(validate(log), JSON.stringify(validate.errors));
    const result = log.runs[0]?.results.find(({ ruleId }) => ruleId === "last-user-root");
    assert.equal(result?.level, "warning");
    assert.equal(result.locations[0]?.physicalLocation.region.startLine, 4);
  });

  it("writes annotations that GitHub reads, each on one line", async () => {
    using folder = tempFolder({ Dockerfile: ROOT_USER });
    const { stdout } = await cli(["lint", "Dockerfile", "--format", "github"], { cwd: folder.path });
    assert.match(
      stdout,
      /^::warning file=Dockerfile,line=4,endLine=4,col=6,endColumn=10,title=Dockerize Coach%3A last-user-root::The last USER/m,
    );
  });

  it("knows the folder that a file lies in", async () => {
    using folder = tempFolder({
      "compose.yaml": "services:\n  api:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n",
      ".dockerignore": "src\n",
      "docker/Dockerfile": "FROM python:3.11-slim\nWORKDIR /app\nCOPY src/ ./src/\n",
      "src/app.py": "",
    });
    const { stdout } = await cli(["lint", ".dockerignore", "--format", "json"], { cwd: folder.path });
    const rules = (JSON.parse(stdout) as LintReport).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.ok(rules.includes("dockerignore-hides-source"), rules.join(", "));
  });

  it("tells what a challenge folder lacks", async () => {
    using folder = tempFolder({ "src/app.py": "", "requirements.txt": "flask==3.1.0\n" });
    const { stdout } = await cli(["lint", ".", "--format", "json"], { cwd: folder.path });
    const files = (JSON.parse(stdout) as LintReport).files;
    const found = files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`));
    assert.ok(found.includes("Dockerfile dockerfile-missing"), found.join(", "));
  });

  it("says plainly what is wrong with how it was called", async () => {
    using folder = tempFolder({ Dockerfile: "" });
    writeFileSync(join(folder.path, "x"), "");
    for (const [args, message] of [
      [["lint"], /needs a file, a folder, or - /],
      [["lint", "-", "x"], /stands alone/],
      [["lint", "x", "--format", "yaml"], /--format takes text, json, sarif, github/],
      [["lint", "nothing-here"], /nothing-here/],
    ] as const) {
      const { code, stderr, stdout } = await cli([...args], { cwd: folder.path });
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.equal(stdout, "");
    }
  });
});

describe("explain", () => {
  before(buildCli);

  it("prints a rule's page", async () => {
    const { stdout, code } = await cli(["explain", "last-user-root"]);
    assert.equal(code, 0);
    assert.match(stdout, /^# The app runs as root/);
    assert.match(stdout, /^```dockerfile$/m);
  });

  it("lists the rules when none is named", async () => {
    assert.match((await cli(["explain"])).stdout, /^ {2}last-user-root {2,}The app runs as root/m);
  });

  it("asks back where a name is misspelt", async () => {
    const { code, stderr } = await cli(["explain", "last-usr-root"]);
    assert.equal(code, 2);
    assert.match(stderr, /did you mean last-user-root\?/);
  });
});
