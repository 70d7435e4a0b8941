import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Dockerode from "dockerode";
import { EngineFault } from "../../src/core/container-engine";
import { askEngine } from "../../src/docker/ask/ask-engine";
import { connect } from "../../src/docker/endpoint/connect";
import { diagnose } from "../../src/docker/endpoint/diagnose";
import { findDockerProgram } from "../../src/docker/command/docker-program";
import { type Endpoint, resolveEndpoint } from "../../src/docker/endpoint/endpoint";
import { openContext } from "../../src/docker/open-context";
import { thisMachine } from "../../src/docker/endpoint/this-machine";
import { unreachable } from "../../src/docker/endpoint/unreachable";

const signal = new AbortController().signal;
const observer = { onStep: () => undefined, onLog: () => undefined };
const linux = { platform: "linux", cliFound: true, desktopFound: false } as const;

function endpoint(host: string): Endpoint {
  const search = resolveEndpoint({ ...thisMachine({}), env: { DOCKER_HOST: host } });
  assert.ok(search.found);
  return search.endpoint;
}

/** What is said of an engine at this address. */
async function diagnosis(host: string, circumstances: Partial<{ cliFound: boolean; timeoutMs: number }> = {}) {
  const where = endpoint(host);
  const { docker, close } = connect(where, { program: undefined, env: {} });
  const result = await diagnose({ docker, endpoint: where, signal, ...linux, ...circumstances }).finally(close);
  assert.ok(result.status === "unreachable");
  return result;
}

describe("an engine that cannot be used", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "unreachable-"));
  const servers: Server[] = [];
  after(() => {
    servers.forEach((server) => server.close());
    rmSync(folder, { recursive: true, force: true });
  });
  const listen = async (server: Server, where: string | number = 0) => {
    servers.push(server);
    await new Promise<void>((resolve) =>
      typeof where === "number" ? server.listen(where, "127.0.0.1", resolve) : server.listen(where, resolve),
    );
    return server.address();
  };

  it("accepts connections and never answers: it timed out", async () => {
    const socket = path.join(folder, "silent.sock");
    await listen(
      createServer(() => undefined),
      socket,
    );
    const result = await diagnosis(`unix://${socket}`, { timeoutMs: 300 });
    assert.equal(result.reason, "timed-out");
    assert.match(result.detail, /did not answer in time/);
  });

  it("has no socket: it is not running, and without a docker command not installed", async () => {
    const host = `unix://${path.join(folder, "none.sock")}`;
    assert.equal((await diagnosis(host)).reason, "not-running");
    assert.match((await diagnosis(host)).next, /systemctl start docker/);
    const bare = await diagnosis(host, { cliFound: false });
    assert.equal(bare.reason, "not-installed");
    assert.match(bare.next, /Install Docker/);
  });

  it("refuses connections: it is not running", async () => {
    const result = await diagnosis("tcp://127.0.0.1:1", { cliFound: false });
    assert.equal(result.reason, "not-running");
    assert.match(result.detail, /tcp:\/\/127\.0\.0\.1:1 \(the environment variable DOCKER_HOST\)/);
  });

  it("has a socket that is not for this user: no permission", async () => {
    const socket = path.join(folder, "closed.sock");
    await listen(
      createServer(() => undefined),
      socket,
    );
    chmodSync(socket, 0o600);
    chmodSync(folder, 0o755);
    // Root may use any socket, so the question is asked as nobody; anybody else is kept out by the mode alone.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    else chmodSync(socket, 0);
    try {
      const result = await diagnosis(`unix://${socket}`, { timeoutMs: 5_000 });
      assert.equal(result.reason, "no-permission");
      assert.match(result.next, /usermod -aG docker/);
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  it("runs Windows containers: says how to switch", async () => {
    const server = createHttpServer((request, response) => {
      const answers: Record<string, unknown> = {
        "/version": { ApiVersion: "1.47", Version: "27.0" },
        "/info": { OSType: "windows" },
      };
      response.end(JSON.stringify(answers[request.url ?? ""] ?? "OK"));
    });
    const address = (await listen(server)) as AddressInfo;
    const result = await diagnosis(`tcp://127.0.0.1:${address.port}`);
    assert.match(result.detail, /Windows containers/);
    assert.match(result.next, /Switch to Linux containers/);
  });

  it("goes away in the middle: a fault of the machine", async () => {
    const address = (await listen(createServer((socket) => socket.destroy()))) as AddressInfo;
    const docker = new Dockerode({ host: "127.0.0.1", port: address.port, protocol: "http" });
    const question = askEngine("look", signal, () => docker.getContainer("x").inspect());
    await assert.rejects(
      question,
      (error) => error instanceof EngineFault && /stopped answering/.test(error.text.observed),
    );
  });

  it("is named by settings that are broken: said so, without a crash", async () => {
    const options = { folder, signal, observer };
    const odd = await openContext({ ...options, env: { DOCKER_HOST: "ftp://x" } });
    assert.ok(odd.status === "unreachable" && odd.reason === "not-running");
    assert.match(odd.detail, /DOCKER_HOST is "ftp:\/\/x"/);
    const gone = await openContext({ ...options, env: { DOCKER_CONTEXT: "gone", DOCKER_CONFIG: folder } });
    assert.ok(gone.status === "unreachable");
    assert.match(gone.detail, /"gone".*does not exist/);
  });

  it("has a next step on every system for every reason", () => {
    const where = endpoint("unix:///var/run/docker.sock");
    const steps = (["linux", "darwin", "win32"] as const).flatMap((platform) =>
      (["not-installed", "not-running", "no-permission", "timed-out"] as const).map((reason) => {
        const { detail, next } = unreachable(reason, where, { platform, cliFound: true, desktopFound: false });
        assert.ok(detail.includes("/var/run/docker.sock"));
        assert.ok(platform === "linux" || !/sudo/.test(next), next);
        return next;
      }),
    );
    assert.ok(steps.every((next) => next.length > 30));
  });
});

describe("an engine that answers", () => {
  it("is described as it is", async () => {
    const machine = thisMachine(process.env);
    const search = resolveEndpoint(machine);
    assert.ok(search.found);
    const found = findDockerProgram(machine);
    const { docker, close } = connect(search.endpoint, found);
    const result = await diagnose({ docker, endpoint: search.endpoint, signal, ...machine, cliFound: true });
    assert.ok(result.status === "ready");
    const { Version, ApiVersion } = await docker.version();
    assert.deepEqual([result.info.version, result.info.apiVersion], [Version, ApiVersion]);
    close();
  });

  it("is reached through the docker command's own connection, as one behind ssh is", async () => {
    const machine = thisMachine(process.env);
    const ssh: Endpoint = { host: "ssh://x", from: "a test", transport: { kind: "ssh" }, local: false, cliEnv: {} };
    const { docker, close } = connect(ssh, findDockerProgram(machine));
    const result = await diagnose({ docker, endpoint: ssh, signal, ...machine, cliFound: true });
    assert.ok(result.status === "ready", JSON.stringify(result));
    const images = await Promise.all([docker.listImages(), docker.listImages(), docker.listContainers()]);
    assert.ok((images[0]?.length ?? 0) > 0);
    close();
  });

  it("behind ssh that does not come about says what ssh said", async () => {
    const ssh: Endpoint = { host: "ssh://x", from: "a test", transport: { kind: "ssh" }, local: false, cliEnv: {} };
    const env = { ...process.env, DOCKER_HOST: "ssh://nobody@host.invalid" };
    const { docker, close } = connect(ssh, findDockerProgram(thisMachine(env)));
    const result = await diagnose({ docker, endpoint: ssh, signal, ...linux }).finally(close);
    assert.ok(result.status === "unreachable");
    assert.match(result.detail, /It said: .*ssh/);
  });
});
