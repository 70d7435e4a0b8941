import { strict as assert } from "node:assert";
import { once } from "node:events";
import http from "node:http";
import { join } from "node:path";
import { tempFolder, type TempFolder } from "../support/temp-folder";
import type { Fault, FaultKind } from "./fault-kind";
import { startFaultProxy, type FaultProxy } from "./fault-proxy";

const ANSWER = JSON.stringify({ Containers: 12, Name: "an engine" });

describe("The proxy before an engine", () => {
  let folder: TempFolder;
  let engine: http.Server;
  let asked = 0;

  beforeEach(async () => {
    folder = tempFolder({});
    asked = 0;
    engine = http.createServer((_, response) => {
      asked += 1;
      response.end(ANSWER);
    });
    engine.on("upgrade", (_, socket) => {
      socket.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
      socket.pipe(socket);
    });
    await once(engine.listen(join(folder.path, "engine.sock")), "listening");
  });
  afterEach(() => {
    engine.close();
    engine.closeAllConnections();
    folder[Symbol.dispose]();
  });

  const proxy = (...faults: readonly Fault[]) => {
    const socket = faults.some(({ kind }) => kind === "reset") ? undefined : join(folder.path, "proxy.sock");
    return startFaultProxy({ engine: join(folder.path, "engine.sock"), socket, faults });
  };
  const fault = (kind: FaultKind, at = 0): Fault => ({ call: "GET /info", occurrence: 1, kind, at, seed: 1 });

  it("hands on what it is asked, and counts the calls by name", async () => {
    await using between = await proxy();
    assert.equal(await get(between, "/v1.51/info?all=1"), ANSWER);
    assert.equal(await get(between, `/containers/${"f".repeat(64)}/json`), ANSWER);
    assert.equal(await get(between, "/info"), ANSWER);
    const names = between.calls.map(({ name, occurrence }) => `${name} #${occurrence}`);
    assert.deepEqual(names, ["GET /info #1", "GET /containers/{id}/json #1", "GET /info #2"]);
    assert.ok(between.calls.every(({ bytes }) => bytes > ANSWER.length));
  });

  it("hands on connections that become something else, as BuildKit's do", async () => {
    await using between = await proxy();
    const request = http.request({
      ...addressOf(between),
      path: "/session",
      method: "POST",
      headers: { connection: "Upgrade", upgrade: "h2c" },
    });
    request.end();
    const [, socket] = (await once(request, "upgrade")) as [unknown, NodeJS.ReadWriteStream & { destroy(): void }];
    socket.write("there and back");
    assert.equal(String((await once(socket, "data"))[0]), "there and back");
    socket.destroy();
  });

  for (const [kind, at, complaint, engineAsked] of [
    ["drop", 0, /ECONNRESET|socket hang up/, 0],
    ["cut", 0, /socket hang up/, 1],
    ["cut", 100, /aborted/, 1],
    ["reset", 100, /ECONNRESET|aborted/, 1],
    ["gone", 0, /socket hang up/, 1],
  ] as const) {
    it(`${kind} at byte ${at}: the client gets no whole answer, and the engine is asked ${engineAsked} times`, async () => {
      await using between = await proxy(fault(kind, at));
      await assert.rejects(get(between, "/info"), complaint);
      assert.equal(asked, engineAsked);
      assert.deepEqual(between.fired, [fault(kind, at)]);
    });
  }

  it("strikes once: the next of the same calls is answered", async () => {
    await using between = await proxy(fault("drop"));
    await assert.rejects(get(between, "/info"));
    assert.equal(await get(between, "/info"), ANSWER);
  });

  it("refuses in the engine's own form", async () => {
    await using between = await proxy(fault("refuse"));
    assert.match(await get(between, "/info"), /^{"message":"/);
    assert.equal(asked, 0);
  });

  it("garbles the same way for the same seed, and keeps the length", async () => {
    const garble = fault("garble", 100);
    const read = async () => {
      await using between = await proxy(garble);
      return await get(between, "/info").catch(String);
    };
    const first = await read();
    assert.notEqual(first, ANSWER);
    assert.equal(await read(), first);
  });

  it("is gone for good, or comes back after a restart", async () => {
    await using gone = await proxy(fault("gone"));
    await assert.rejects(get(gone, "/info"));
    await assert.rejects(get(gone, "/info"), /ENOENT|ECONNREFUSED/);
    await gone[Symbol.asyncDispose]();
    await using restarted = await proxy(fault("restart"));
    await assert.rejects(get(restarted, "/info"));
    await assert.rejects(get(restarted, "/info"), /ENOENT|ECONNREFUSED/);
    assert.equal(await untilAnswered(restarted), ANSWER);
  }).timeout(10_000);
});

function addressOf({ host }: FaultProxy): http.RequestOptions {
  const [, port] = /^tcp:\/\/127\.0\.0\.1:(\d+)$/.exec(host) ?? [];
  return port === undefined ? { socketPath: host.slice("unix://".length) } : { host: "127.0.0.1", port: Number(port) };
}

async function get(proxy: FaultProxy, path: string): Promise<string> {
  const request = http.get({ ...addressOf(proxy), path, agent: false });
  const [answer] = (await once(request, "response")) as [http.IncomingMessage];
  let text = "";
  for await (const chunk of answer as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}

async function untilAnswered(proxy: FaultProxy): Promise<string> {
  for (;;) {
    const answer = await get(proxy, "/info").catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
