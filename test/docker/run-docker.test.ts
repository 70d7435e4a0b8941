import assert from "node:assert/strict";
import { EngineFault } from "../../src/core/container-engine";
import { dockerCli } from "../../src/docker/command/run-docker";
import { isAlive } from "../../src/docker/session/this-owner";
import { until } from "./graded-folder";

/** Node stands in for docker, so that any behaviour of a program can be had. */
function cli(signal = new AbortController().signal) {
  return dockerCli({ program: process.execPath, env: { ...process.env, GIVEN: "yes", GONE: "x" }, signal });
}
const script = (code: string) => ["-e", code];

/** Starts a grandchild as docker starts its plugins, prints its pid, and waits. */
const WITH_GRANDCHILD = script(
  `const c = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);` +
    `console.log(c.pid); setInterval(() => {}, 1000)`,
);

describe("the docker command line", () => {
  it("gives exit code and output of both streams, and each line as it comes", async () => {
    const lines: string[] = [];
    const onLine = (line: string, stream: string) => void lines.push(`${stream}: ${line}`);
    const code = `console.log("one\\ntwo"); console.error("\\x1b[31mred\\x1b[0m"); process.exitCode = 3`;
    const result = await cli().run(script(code), { timeoutMs: 20_000, onLine });
    assert.deepEqual([result.exitCode, result.stdout], [3, "one\ntwo\n"]);
    assert.deepEqual(lines.sort(), ["stderr: red", "stdout: one", "stdout: two"]);
  });

  it("gets arguments as they are, with no shell between", async () => {
    const result = await cli().run(["-p", "process.argv[1]", '$(id) "a b" ; * %PATH%'], { timeoutMs: 20_000 });
    assert.equal(result.stdout.trim(), '$(id) "a b" ; * %PATH%');
  });

  it("gets the engine's environment and the call's changes to it, and its input", async () => {
    const code = `process.stdin.on("data", (d) => console.log(d + " " + process.env.GIVEN + " " + process.env.GONE + " " + process.env.MORE))`;
    const call = { timeoutMs: 20_000, input: "text", env: { GONE: undefined, MORE: "1" } };
    assert.equal((await cli().run(script(code), call)).stdout, "text yes undefined 1\n");
  });

  it("keeps the end of endless output only", async () => {
    const code = `for (let i = 0; i < 120; i++) process.stdout.write("x".repeat(100000)); process.stdout.write("END")`;
    const { stdout } = await cli().run(script(code), { timeoutMs: 20_000 });
    assert.equal(stdout.length, 4 * 1024 * 1024);
    assert.ok(stdout.endsWith("xEND"));
  });

  it("is killed at the time limit with all that it started, as a fault of the machine", async () => {
    let pid = 0;
    const run = cli().run(WITH_GRANDCHILD, { timeoutMs: 1_500, onLine: (line) => (pid = Number(line)) });
    await assert.rejects(
      run,
      (error) => error instanceof EngineFault && /did not finish within 2 seconds/.test(error.message),
    );
    assert.ok(pid > 0);
    await until("the grandchild's end", async () => !isAlive(pid));
  });

  it("is killed with all that it started when the run is stopped", async () => {
    const abort = new AbortController();
    let pid = 0;
    const run = cli(abort.signal).run(WITH_GRANDCHILD, { timeoutMs: 60_000, onLine: (line) => (pid = Number(line)) });
    run.catch(() => undefined);
    await until("the grandchild", async () => pid > 0);
    abort.abort();
    await assert.rejects(run, { name: "AbortError" });
    await until("the grandchild's end", async () => !isAlive(pid));
    await assert.rejects(cli(abort.signal).run(["-v"], { timeoutMs: 1_000 }), { name: "AbortError" });
  });

  it("that cannot be started is a fault of the machine", async () => {
    const gone = dockerCli({ program: "/no/such/docker", env: {}, signal: new AbortController().signal });
    await assert.rejects(gone.run(["version"], { timeoutMs: 1_000 }), EngineFault);
  });
});
