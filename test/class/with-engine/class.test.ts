import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import type { ClassReport } from "../../../src/class/class-report";
import { buildCli, cli, type CliRun } from "../../support/built-cli";
import { assertFitsClassSchema } from "../../support/class-schema";
import { docker, NOTHING, thingsOfProcess } from "../../support/docker";
import { eventually } from "../../support/eventually";
import { folderSnapshot } from "../../support/folder-snapshot";
import { tempFolder } from "../../support/temp-folder";
import { living, startClass } from "./watched-class";

const CHALLENGE = join(__dirname, "..", "..", "..", "challenge");

/** The solution in a folder of the class, with these changes of its Dockerfile. */
function solution(path: string, change: (dockerfile: string) => string = (text) => text): void {
  for (const layer of ["starter", "solution"]) cpSync(join(CHALLENGE, layer), path, { recursive: true });
  const dockerfile = join(path, "Dockerfile");
  writeFileSync(dockerfile, change(readFileSync(dockerfile, "utf8")));
}

/** Four submissions: one right, a copy of it, one that runs as root, and one untouched. */
function smallClass(folder: string): void {
  solution(join(folder, "ada"));
  solution(join(folder, "ben"), (text) => text.replace(/^USER .*$/m, ""));
  solution(join(folder, "cleo"));
  cpSync(join(CHALLENGE, "starter"), join(folder, "dora"), { recursive: true });
}

const SCORES = [
  ["ada", 100, 0],
  ["ben", 85, 0],
  ["cleo", 100, 0],
  ["dora", 0, 25],
] as const;

function resultIn(output: string): ClassReport {
  return JSON.parse(readFileSync(join(output, "class.json"), "utf8")) as ClassReport;
}

function scoresOf({ submissions }: ClassReport): readonly unknown[] {
  return submissions.map(({ name, report: { score } }) => [name, score.earned, score.open]);
}

function csvOf(output: string): string {
  return readFileSync(join(output, "class.csv"), "utf8");
}

/** The names that a run has graded by itself, as its lines tell. */
function gradedNow({ stderr }: Pick<CliRun, "stderr">): readonly string[] {
  const lines = stderr.split("\n").filter((line) => /^\S \d+\/\d+ /.test(line));
  const now = lines.filter((line) => !/kept from an earlier run|same files as another/.test(line));
  return now.map((line) => /^\S \d+\/\d+ (.+): \d/.exec(line)?.[1] ?? line).sort();
}

describe("a class on a real engine", function () {
  this.timeout(600_000);
  before(buildCli);

  it("is graded right, once where files are the same, and a build without end takes only itself along", async () => {
    using folder = tempFolder();
    const [work, out] = [join(folder.path, "work"), join(folder.path, "out")];
    smallClass(work);
    solution(join(work, "emil"), (text) => text.replace(/^USER /m, "RUN sleep infinity\nUSER "));
    const before = folderSnapshot(work);
    const started = startClass([work, "--output", out, "--time-limit", "90"]);
    const run = await started.ended;
    assert.equal(run.code, 3, run.stderr);
    const result = resultIn(out);
    assertFitsClassSchema(result);
    assert.deepEqual(scoresOf(result).slice(0, 4), SCORES);
    const [, , cleo, , emil] = result.submissions;
    assert.deepEqual(cleo?.sameAs, { name: "ada", how: "identical" });
    assert.deepEqual(gradedNow(run), ["ada", "ben", "dora", "emil"]);
    assert.equal(emil?.ending, "timed-out");
    const emilsChecks = Object.fromEntries(emil.report.checks.map(({ id, status }) => [id, status]));
    assert.equal(emilsChecks["multi-stage"], "passed");
    assert.equal(emilsChecks["image-builds"], "errored");
    assert.deepEqual(folderSnapshot(work), before, "a submission has changed");
    await assertNothingLeft(started.children);
  });

  it("goes on where it was killed, grades only the rest, and gives the same table", async () => {
    using folder = tempFolder();
    const work = join(folder.path, "work");
    smallClass(work);
    const [whole, broken] = [join(folder.path, "whole"), join(folder.path, "broken")];
    await cli(["class", work, "--output", whole]);

    const killed = startClass([work, "--output", broken, "--jobs", "1"]);
    const kept = () => readdirSync(join(broken, "results")).filter((name) => name.endsWith(".json")).length;
    await eventually("two results", 120_000, () => Promise.resolve(safely(kept) === 2 || undefined));
    killed.kill("SIGKILL");
    await killed.ended;
    const gone = () => Promise.resolve(living(killed.children).length === 0 || undefined);
    await eventually("the end of the processes of a class that was killed", 60_000, gone);

    const again = await cli(["class", work, "--output", broken]);
    assert.deepEqual(gradedNow(again), ["dora"]);
    await assertNothingLeft(killed.children);
    assert.equal(csvOf(broken), csvOf(whole));
  });

  it("in two shards, merged, gives the same table byte for byte; a shard alone is refused", async () => {
    using folder = tempFolder();
    const work = join(folder.path, "work");
    smallClass(work);
    const list = join(work, "list.csv");
    writeFileSync(list, "folder;name\nada;Ada\nben;Ben\ncleo;=Cleo\ndora;Dora\n");
    const [whole, one, two, merged] = ["whole", "1", "2", "merged"].map((name) => join(folder.path, name));
    assert.equal((await cli(["class", list, "--output", whole!])).code, 0);
    assert.equal((await cli(["class", list, "--output", one!, "--shard", "1/2"])).code, 0);
    const alone = await cli(["merge", one!, "--output", merged!]);
    assert.deepEqual([alone.code, alone.stdout], [2, ""]);
    assert.match(alone.stderr, /Of 2 shards, 2 is missing/);
    assert.equal((await cli(["class", list, "--output", two!, "--shard", "2/2"])).code, 0);
    const run = await cli(["merge", two!, one!, "--output", merged!, "--min-score", "85"]);
    assert.equal(run.code, 1, "Dora has fewer points than that");
    assert.equal(csvOf(merged!), csvOf(whole!));
    assert.match(csvOf(merged!), /^'=Cleo,/m);
    assertFitsClassSchema(resultIn(merged!));
  });

  it("stopped by a person says how to go on, and leaves nothing", async () => {
    using folder = tempFolder();
    const [work, out] = [join(folder.path, "work"), join(folder.path, "out")];
    smallClass(work);
    const started = startClass([work, "--output", out]);
    await eventually("a first result", 120_000, () => Promise.resolve(/1\/4/.test(started.said()) || undefined));
    started.kill("SIGINT");
    const { code, stderr } = await started.ended;
    assert.equal(code, 130);
    assert.match(stderr, /\d of 4 have a result, which is kept in .*out\.\nThe same command goes on from there\./);
    assert.deepEqual(living(started.children), [], "a process of the class lives on");
    await assertNothingLeft(started.children);
  });

  it("grades the others where one's process is killed, and that one again the next time", async () => {
    using folder = tempFolder();
    const [work, out] = [join(folder.path, "work"), join(folder.path, "out")];
    solution(join(work, "ada"), (text) => text.replace(/^USER /m, "RUN sleep 15\nUSER "));
    cpSync(join(CHALLENGE, "starter"), join(work, "dora"), { recursive: true });
    const started = startClass([work, "--output", out, "--jobs", "1"]);
    const pid = await eventually("a grading process", 60_000, () => Promise.resolve([...started.children][0]));
    process.kill(pid, "SIGKILL");
    const first = await started.ended;
    assert.equal(first.code, 3, first.stderr);
    const [ada, dora] = resultIn(out).submissions;
    assert.equal(ada?.ending, "crashed");
    assert.match(ada.report.checks[3]?.observed ?? "", /ended early \(signal SIGKILL\)/);
    assert.equal(dora?.ending, "graded");
    const second = await cli(["class", work, "--output", out]);
    assert.deepEqual(gradedNow(second), ["ada"]);
    assert.deepEqual([second.code, scoresOf(resultIn(out))[0]], [0, ["ada", 100, 0]]);
  });

  it("is graded on the engine that DOCKER_HOST names, a remote one too", async () => {
    using folder = tempFolder();
    const [work, out] = [join(folder.path, "work"), join(folder.path, "out")];
    cpSync(join(CHALLENGE, "starter"), join(work, "dora"), { recursive: true });
    let asked = 0;
    const server = relayTo(await docker("context", "inspect", "--format", "{{.Endpoints.docker.Host}}"), () => asked++);
    await once(server.listen(0, "127.0.0.1"), "listening");
    try {
      const address = server.address() as { readonly port: number };
      const run = await cli(["class", work, "--output", out], {
        env: { DOCKER_HOST: `tcp://127.0.0.1:${address.port}` },
      });
      assert.equal(run.code, 0, run.stderr);
      assert.ok(asked > 3, "the class and its children ask the engine that was named");
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("says so where there is no engine, and grades nothing", async () => {
    using folder = tempFolder();
    mkdirSync(join(folder.path, "work/ada"), { recursive: true });
    const call = { env: { DOCKER_HOST: "unix:///no/such.sock" } };
    const run = await cli(["class", join(folder.path, "work"), "--output", join(folder.path, "out")], call);
    assert.equal(run.code, 3);
    assert.match(run.stderr, /Every submission is built and run on the engine\./);
    assert.deepEqual(readdirSync(join(folder.path, "out", "results")), []);
  });
});

/** In the engine, of the processes that graded. */
async function assertNothingLeft(pids: Iterable<number>): Promise<void> {
  const found = [...pids];
  assert.notDeepEqual(found, [], "no process was seen: the test shows nothing");
  for (const pid of found) assert.deepEqual(await thingsOfProcess(pid), NOTHING, `of process ${pid}`);
}

/** An engine at another address: what comes in goes to the real one's socket. */
function relayTo(host: string, onAsked: () => void): http.Server {
  const socketPath = host.replace(/^unix:\/\//, "");
  return http.createServer((request, answer) => {
    onAsked();
    const { method, url, headers } = request;
    const onward = http.request({ socketPath, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    request.pipe(onward);
  });
}

function safely<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
