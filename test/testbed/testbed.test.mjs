import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "./cache-folder.mjs";
import { rootOnDebian } from "./debian.mjs";
import { run } from "./run.mjs";
import { readArguments } from "./vscode/arguments.mjs";

const script = fileURLToPath(new URL("engine.sh", import.meta.url));

describe("The testbed's cache", () => {
  it("lies in the user's cache folder, wherever that is", () => {
    assert.equal(cacheFolder({ XDG_CACHE_HOME: "/caches" }), join("/caches", "dockerize-coach"));
    assert.equal(cacheFolder({}), join(homedir(), ".cache", "dockerize-coach"));
  });
});

describe("The stand-in for the desktop's code", () => {
  it("understands test-electron's command line, and lets its other flags pass", () => {
    const args = ["/work", "--no-sandbox", "--extensionDevelopmentPath=/a", "--extensionDevelopmentPath=/b"];
    const { open, extensions, suite } = readArguments([...args, "--skip-welcome", "--extensionTestsPath=/s.js"]);
    assert.deepEqual([open, extensions, suite], [["/work"], ["/a", "/b"], "/s.js"]);
  });
});

describe("An engine of the testbed", function () {
  this.timeout(120_000);
  let cache;

  before(async function () {
    const root = join(cacheFolder(), "engine", "root");
    if (!existsSync(root) || (await rootOnDebian())?.length !== 0) return this.skip();
    cache = mkdtempSync(join(tmpdir(), "dockerize-coach-cache-"));
    mkdirSync(join(cache, "engine"));
    symlinkSync(root, join(cache, "engine", "root"));
    await engine("install");
  });

  after(async () => {
    if (!cache) return;
    await engine("stop");
    rmSync(cache, { recursive: true, force: true });
  });

  it("starts over what a machine that lost its power has left", async () => {
    writeFileSync(file("docker.pid"), "1");
    writeFileSync(file("docker.sock"), "");
    mkdirSync(file("users"));
    writeFileSync(file("users/1"), "another life's");
    assert.match(await engine("start", process.pid), /^Docker \d+/);
    assert.deepEqual(process.kill(dockerd(), 0), true);
  });

  it("is joined by a second run, and outlives the first", async () => {
    const first = dockerd();
    await engine("start", process.ppid);
    assert.equal(dockerd(), first);
    await engine("stop", process.pid);
    assert.equal(process.kill(first, 0), true);
  });

  it("is stopped by its last user, with its network", async () => {
    const last = dockerd();
    await engine("stop", process.ppid);
    assert.throws(() => process.kill(last, 0), { code: "ESRCH" });
    const pool = readFileSync(file("pool"), "utf8").trim();
    assert.doesNotMatch((await run("ip", ["address"])).stdout, new RegExp(`${pool.replaceAll(".", "\\.")}\\.`));
  });

  it("is never stopped by a run when a person started it by hand", async () => {
    await engine("start");
    await engine("start", process.pid);
    await engine("stop", process.pid);
    assert.equal(process.kill(dockerd(), 0), true);
  });

  const file = (name) => join(cache, "engine", name);
  const dockerd = () => Number(readFileSync(file("docker.pid"), "utf8"));

  async function engine(verb, user) {
    const words = [script, verb, cache, "forky", ...(user ? [String(user)] : [])];
    const { ok, stdout, stderr } = await run("bash", words);
    assert.ok(ok, stderr);
    return stdout;
  }
});
