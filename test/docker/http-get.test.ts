import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { httpGet } from "../../src/docker/container/http-get";

/** Asks a server that behaves like this once. */
async function ask(listener: RequestListener, limitMs?: number, signal = new AbortController().signal) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await httpGet({ host: "127.0.0.1", port, path: "/health", signal, ...(limitMs && { limitMs }) });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("one GET", () => {
  it("gives status and body", async () => {
    const answer = await ask((request, response) => response.writeHead(503).end(`${request.method} ${request.url}`));
    assert.deepEqual(answer, { answered: true, status: 503, body: "GET /health" });
  });

  it("does not follow a redirect", async () => {
    const answer = await ask((_, response) => response.writeHead(301, { location: "/away" }).end());
    assert.deepEqual(answer, { answered: true, status: 301, body: "" });
  });

  it("cuts a body without end at 64 KiB", async () => {
    const answer = await ask((_, response) => void setInterval(() => response.write("x".repeat(10_000)), 1).unref());
    assert.ok(answer.answered);
    assert.equal(answer.body.length, 64 * 1024);
  });

  it("gives up on an answer that comes drop by drop", async () => {
    const answer = await ask((_, response) => void setInterval(() => response.write("x"), 20).unref(), 300);
    assert.deepEqual(answer, { answered: false, detail: "no complete answer within 0.3 s" });
  });

  it("gives up on one that never answers", async () => {
    assert.equal((await ask(() => undefined, 200)).answered, false);
  });

  it("says the same of a connection that was closed and of one that was refused", async () => {
    const closed = await ask((request) => request.socket.destroy());
    const refused = await httpGet({ host: "127.0.0.1", port: 1, path: "/", signal: new AbortController().signal });
    const detail = "nothing listens on that port, or what does hangs up without a word";
    assert.deepEqual([closed, refused], Array(2).fill({ answered: false, detail }));
  });

  it("ends with the run", async () => {
    const abort = new AbortController();
    await assert.rejects(
      ask(() => abort.abort(), 5_000, abort.signal),
      { name: "AbortError" },
    );
  });
});
