import assert from "node:assert/strict";
import { chmodSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { submitResult } from "../../../src/core/push-check/judge-push";
import type { PushItemId, PushResult } from "../../../src/core/push-check/push-report";
import { lookBeforePush } from "../../../src/folder/push-check/look-before-push";
import { tempFolder } from "../../support/temp-folder";
import { GIT_ENV, type Repository, repository } from "./a-repository";

const FILES = {
  Dockerfile: "FROM python:3.11-slim\nCOPY requirements.txt .\nCOPY src/ ./src/\n",
  ".dockerignore": "venv\n",
  "docker-compose.yml": "services:\n  api:\n    build: .\n",
  "requirements.txt": "flask\n",
  "src/app.py": "print('hello')\n",
  ".github/workflows/dockerize-coach.yml": "on: push\n",
  ".dockerize-coach/grader.cjs": "0;\n",
};

describe("looking before a push", () => {
  it("says how to begin where there is no repository", async () => {
    using folder = tempFolder(FILES);
    const [only] = await look(folder.path);
    assert.match(only?.observed ?? "", /no repository yet/);
    assert.deepEqual(only?.actions, ["init", "source-control"]);
  });

  it("says so where git itself is missing, though a git lies in the folder", async () => {
    using folder = tempFolder({ ...FILES, git: "#!/bin/sh\necho > ran\n" });
    chmodSync(join(folder.path, "git"), 0o755);
    const [only] = await look(folder.path, { PATH: [".", "bin", join(folder.path, "nowhere")].join(delimiter) });
    assert.match(only?.observed ?? "", /git was not found/);
    assert.ok(!existsSync(join(folder.path, "ran")));
  });

  it("names what is not committed, what has changed, and what is not pushed, one after the other", async () => {
    using folder = repository(FILES);
    folder.git("add", "Dockerfile", "requirements.txt", "src", ".github", ".dockerize-coach");
    assert.match(
      (await item(folder, "committed")).observed,
      /^Not committed yet: \.dockerignore, docker-compose\.yml\.$/,
    );
    folder.commitAll();
    writeFileSync(join(folder.path, "Dockerfile"), `${FILES.Dockerfile}USER 1000\n`);
    assert.match((await item(folder, "committed")).observed, /Changed since the last commit: Dockerfile/);
    folder.git("checkout", "-q", "Dockerfile");
    assert.equal((await item(folder, "committed")).status, "ok");
    assert.deepEqual((await item(folder, "pushed")).actions, ["publish"]);
    folder.publish();
    const handedIn = submitResult(await look(folder.path));
    assert.equal(handedIn.status, "verified", handedIn.observed);
    assert.match(handedIn.observed, /origin\/main has all your commits/);
    writeFileSync(join(folder.path, "Dockerfile"), `${FILES.Dockerfile}USER 1001\n`);
    folder.commitAll();
    assert.match((await item(folder, "pushed")).observed, /not pushed yet: 1/);
    assert.equal(submitResult(await look(folder.path)).status, "failed");
  });

  it("leaves the repository, its index and its history as they are, and runs no hook or watcher of it", async () => {
    using folder = repository(FILES);
    folder.commitAll();
    const canary = join(folder.path, "..", "canary");
    writeFileSync(join(folder.path, "..", "watch"), `#!/bin/sh\necho ran > "${canary}"\n`, { mode: 0o755 });
    folder.git("config", "core.fsmonitor", join(folder.path, "..", "watch"));
    writeFileSync(join(folder.path, ".git/hooks/post-index-change"), `#!/bin/sh\necho ran > "${canary}"\n`, {
      mode: 0o755,
    });
    writeFileSync(join(folder.path, "src/app.py"), FILES["src/app.py"]);
    const before = readFileSync(join(folder.path, ".git/index"));
    await look(folder.path);
    assert.ok(!existsSync(canary), "a program of the repository's own has been run");
    assert.deepEqual(readFileSync(join(folder.path, ".git/index")), before);
  });

  it("finds a file that the build copies and that git ignores, with the line that does it", async () => {
    using folder = repository({ ...FILES, ".gitignore": "*.log\nsrc/*.py\n" });
    const { status, observed, next, actions } = await item(folder, "needed-files");
    assert.equal(status, "problem");
    assert.match(observed, /ignores src\/app\.py, which is needed by Dockerfile/);
    assert.match(next ?? "", /line 2 of \.gitignore, src\/\*\.py/);
    assert.deepEqual(actions, ["gitignore"]);
  });

  it("lets an ignored file pass that git keeps already", async () => {
    using folder = repository(FILES);
    folder.commitAll();
    writeFileSync(join(folder.path, ".gitignore"), "src/\n");
    assert.equal((await item(folder, "needed-files")).status, "ok");
  });

  it("finds a file that git has with other capital letters", async () => {
    using folder = repository({ ...FILES, Dockerfile: "FROM python:3.11-slim\nCOPY Requirements.txt .\n" });
    folder.commitAll();
    const { status, next } = await item(folder, "needed-files");
    assert.equal(status, "problem");
    assert.match(next ?? "", /git mv "requirements\.txt" "Requirements\.txt"/);
  });

  it("says when Compose needs a .env that git leaves out, and how to do without", async () => {
    const compose =
      "services:\n  api:\n    build: .\n    ports: ['127.0.0.1:${PORT}:5000']\n    environment: ['A=${MODE:-x}']\n";
    using folder = repository({
      ...FILES,
      "docker-compose.yml": compose,
      ".env": "PORT=5000\nMODE=y\n",
      ".gitignore": ".env\n",
    });
    const { status, observed, next } = await item(folder, "env-file");
    assert.equal(status, "problem");
    assert.match(observed, /docker-compose\.yml takes PORT from \.env/);
    assert.match(next ?? "", /\$\{PORT:-value\}/);
  });

  it("is silent about a .env that nothing needs", async () => {
    using folder = repository({ ...FILES, ".env": "PORT=5000\n", ".gitignore": ".env\n" });
    assert.equal(
      (await look(folder.path)).find(({ id }) => id === "env-file"),
      undefined,
    );
  });

  it("finds a secret in what would be committed, says where, and does not repeat it", async () => {
    const token = `ghp_${"a1B2".repeat(9)}`;
    using folder = repository({ ...FILES, "notes.txt": `remember\n${token}\n` });
    const secrets = await item(folder, "secrets");
    assert.match(secrets.observed, /notes\.txt, line 2, holds a GitHub token/);
    assert.ok(!JSON.stringify(secrets).includes(token));
    folder.commitAll();
    assert.match((await item(folder, "secrets")).next ?? "", /git rm --cached "notes\.txt"/);
  });

  it("finds a secret that only an older, unpushed commit has", async () => {
    using folder = repository({ ...FILES, "key.pem": "-----BEGIN PRIVATE KEY-----\nabc\n" });
    folder.commitAll();
    rmSync(join(folder.path, "key.pem"));
    folder.commitAll();
    const { status, observed } = await item(folder, "secrets");
    assert.equal(status, "problem");
    assert.match(observed, /a private key in key\.pem/);
    folder.publish();
    assert.equal((await item(folder, "secrets")).status, "ok");
  });

  it("finds a virtual environment and caches, kept or about to be", async () => {
    using folder = repository({ ...FILES, "venv/pyvenv.cfg": "x", "src/__pycache__/app.cpython-311.pyc": "x" });
    assert.match((await item(folder, "clutter")).observed, /venv\//);
    folder.commitAll();
    const { observed, next } = await item(folder, "clutter");
    assert.match(observed, /is in the repository/);
    assert.match(next ?? "", /git rm -r --cached .*src\/__pycache__.*venv/);
    writeFileSync(join(folder.path, ".gitignore"), "venv/\n__pycache__/\n");
    folder.git("rm", "-rq", "--cached", "venv", "src/__pycache__");
    folder.commitAll();
    assert.equal((await item(folder, "clutter")).status, "ok");
  });

  it("finds a file that GitHub would refuse for its size", async () => {
    using folder = repository(FILES);
    writeFileSync(join(folder.path, "data.bin"), "");
    truncateSync(join(folder.path, "data.bin"), 120 * 2 ** 20);
    const { status, observed } = await item(folder, "large-files");
    assert.equal(status, "problem");
    assert.match(observed, /data\.bin has 125\.8 MB/);
  });

  it("finds a repository inside the repository, of which GitHub would get nothing", async () => {
    using folder = repository(FILES);
    using inner = repository({ "lib.py": "x" });
    inner.commitAll();
    folder.git("-c", "protocol.file.allow=always", "clone", "-q", inner.path, "lib");
    folder.commitAll();
    assert.match((await item(folder, "elsewhere")).observed, /^lib is a repository of its own/);
  });

  it("finds what Git LFS keeps elsewhere", async () => {
    using folder = repository({ ...FILES, ".gitattributes": "*.txt filter=lfs\n" });
    assert.match((await item(folder, "elsewhere")).observed, /content of requirements\.txt/);
  });

  it("finds a script with the line ends of Windows, and one that may not be executed", async () => {
    using folder = repository({ ...FILES, "start.sh": "#!/bin/sh\r\necho\r\n", "plain.sh": "#!/bin/sh\n" });
    folder.commitAll();
    assert.match((await item(folder, "scripts")).observed, /^start\.sh has the line ends of Windows/);
    folder.git("rm", "-q", "start.sh");
    folder.git("config", "core.fileMode", "false");
    assert.match((await item(folder, "scripts")).next ?? "", /--chmod=\+x "plain\.sh"/);
  });

  it("asks for the workflow, unless the original challenge's own is there", async () => {
    const { ".github/workflows/dockerize-coach.yml": _workflow, ...files } = FILES;
    using folder = repository(files);
    assert.deepEqual((await item(folder, "workflow")).actions, ["add-workflow"]);
    assert.equal((await item(folder, "workflow")).status, "todo");
    using clone = repository({ ...files, ".github/workflows/grade.yml": "on: push\n" });
    clone.commitAll();
    assert.equal((await item(clone, "workflow")).status, "note");
  });

  it("finds a grader that an older ignore file hides", async () => {
    using folder = repository({ ...FILES, ".gitignore": ".dockerize-coach/\n" });
    assert.match((await item(folder, "needed-files")).observed, /grader\.cjs, which is needed by GitHub/);
  });

  it("names a detached head", async () => {
    using folder = repository(FILES);
    folder.commitAll();
    folder.git("checkout", "-q", "--detach");
    assert.match((await item(folder, "branch")).next ?? "", /git switch -c/);
  });

  it("refuses to call the original challenge a place to push to", async () => {
    using folder = repository(FILES);
    folder.commitAll();
    folder.git("remote", "add", "origin", "https://github.com/techlearn-center/dockerize-python-app.git");
    assert.match((await item(folder, "pushed")).observed, /no fork of yours/);
  });

  it("links the Actions page of a fork, without the password in the remote's address", async () => {
    using folder = repository(FILES);
    folder.git("remote", "add", "origin", "https://ada:secret@github.com/ada/my-challenge.git");
    folder.git("remote", "add", "upstream", "git@github.com:techlearn-center/dockerize-python-app.git");
    const actions = await item(folder, "actions");
    assert.match(actions.observed, /looks like a fork/);
    assert.equal(actions.link, "https://github.com/ada/my-challenge/actions");
    assert.ok(!JSON.stringify(await look(folder.path)).includes("secret@"));
  });

  it("says when the challenge is a part of a larger repository, where no workflow of it runs", async () => {
    using folder = repository(
      Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`exercises/one/${name}`, text])),
    );
    folder.commitAll();
    writeFileSync(join(folder.path, "exercises/one/Dockerfile"), "FROM python:3.12-slim\n");
    const items = await look(join(folder.path, "exercises/one"));
    const workflow = items.find(({ id }) => id === "workflow");
    assert.match(workflow?.observed ?? "", /the folder exercises\/one of a larger repository/);
    const committed = items.find(({ id }) => id === "committed");
    assert.match(committed?.observed ?? "", /last commit: Dockerfile\./);
  });
});

function look(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = GIT_ENV,
): Promise<readonly PushResult[]> {
  const signal = new AbortController().signal;
  return lookBeforePush({ folder, env, signal, now: () => 0 }).then(({ items }) => items);
}

async function item({ path }: Repository, id: PushItemId): Promise<PushResult> {
  const items = await look(path);
  const found = items.find((each) => each.id === id);
  assert.ok(found, `nothing is said about ${id}: ${JSON.stringify(items)}`);
  return found;
}
