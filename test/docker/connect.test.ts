import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "../../src/docker/endpoint/connect";
import { findDockerProgram } from "../../src/docker/command/docker-program";
import { resolveEndpoint } from "../../src/docker/endpoint/endpoint";
import { thisMachine } from "../../src/docker/endpoint/this-machine";

/** An engine that answers a ping, and nothing else ever. */
async function silentEngine() {
  const server = http.createServer((request, response) => request.url?.endsWith("/_ping") && response.end("OK"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const machine = thisMachine({ DOCKER_HOST: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const search = resolveEndpoint(machine);
  assert.ok(search.found);
  const connections = () =>
    new Promise<number>((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  return {
    ...connect(search.endpoint, findDockerProgram(machine)),
    connections,
    [Symbol.dispose]: () => void server.close().closeAllConnections(),
  };
}

describe("the connection to the engine", () => {
  it("is kept from one question to the next", async () => {
    using engine = await silentEngine();
    await engine.docker.ping();
    await engine.docker.ping();
    assert.equal(await engine.connections(), 1);
    engine.close();
  });

  it("once closed ends what waits for an answer, and opens no other for who asks later", async () => {
    using engine = await silentEngine();
    await engine.docker.ping();
    const afterwards = engine.docker.info().catch(() => engine.docker.ping());
    engine.close();
    await assert.rejects(afterwards, /connection to the engine is closed/);
    await assert.rejects(engine.docker.ping(), /connection to the engine is closed/);
  });
});
