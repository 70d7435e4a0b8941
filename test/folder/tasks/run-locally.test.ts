import assert from "node:assert/strict";
import http from "node:http";
import { hostname } from "node:os";
import { verifyRunLocally } from "../../../src/folder/tasks/run-locally";

describe("verifying that the app runs without Docker", () => {
  it("sees it as a process of this machine", async () => {
    const { status, observed } = await withApp(hostname(), look);
    assert.equal(status, "verified");
    assert.match(observed, /answers on port 500[01]/);
  });

  it("does not take a container for it", async () => {
    const { status, observed } = await withApp("3f2a1b0c9d8e", look);
    assert.equal(status, "failed");
    assert.match(observed, /it is in a container/);
  });

  it("says that nothing answers, and how to start it", async () => {
    const { status, next } = await look();
    assert.equal(status, "failed");
    assert.match(next ?? "", /Start it with Python/);
  });
});

function look() {
  const observer = { onStep: () => undefined, onLog: () => undefined };
  return verifyRunLocally({ folder: "/", env: {}, signal: new AbortController().signal, observer, now: () => 0 });
}

/** An app that answers as the challenge's does; on port 5001 where something else has 5000. */
async function withApp<T>(name: string, work: () => Promise<T>): Promise<T> {
  const server = http.createServer(({ url }, answer) => {
    answer.end(JSON.stringify(url === "/health" ? { status: "healthy" } : { hostname: name }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", () => server.listen(5001, "127.0.0.1", resolve).once("error", reject));
    server.listen(5000, "127.0.0.1", resolve);
  });
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
