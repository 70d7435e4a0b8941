import assert from "node:assert/strict";
import { parseDuration } from "../../../src/core/compose/duration";
import { rewriteHealthcheck } from "../../../src/core/compose/rewrite-healthcheck";

const test = ["CMD", "redis-cli", "ping"];

describe("the health check of a service that another waits for", () => {
  for (const [interval, retries, expectedInterval, expectedRetries] of [
    ["10s", 3, "500ms", 60],
    ["1m30s", 1, "500ms", 180],
    ["700ms", 2, "500ms", 3],
    ["100ms", 4, "100ms", 4],
    [undefined, undefined, "500ms", 180],
    ["0s", 0, "500ms", 180],
  ] as const) {
    it(`is asked often, for no less time than ${interval} × ${retries}`, () => {
      const own = { test, timeout: "3s", ...(interval && { interval }), ...(retries !== undefined && { retries }) };
      const expected = { test, timeout: "3s", interval: expectedInterval, retries: expectedRetries };
      assert.deepEqual(rewriteHealthcheck(own, true), expected);
    });
  }

  it("keeps its start period, in which engines would ask every 5 s", () => {
    const own = { test, interval: "30s", retries: 3, start_period: "20s", start_interval: "7s" };
    const { start_period, start_interval } = rewriteHealthcheck(own, true) ?? {};
    assert.deepEqual([start_period, start_interval], ["20s", "500ms"]);
  });

  it("stays as it is where the command is the image's own, because its retries are not known", () => {
    assert.deepEqual(rewriteHealthcheck({ interval: "10s" }, true), { interval: "10s" });
  });

  it("stays switched off", () =>
    assert.deepEqual(rewriteHealthcheck({ disable: true, test }, true), { disable: true }));
});

describe("the health check of a service that nobody waits for", () => {
  it("stays as it is", () => {
    const own = { test, interval: "30s", timeout: "3s", retries: 3 };
    assert.deepEqual(rewriteHealthcheck(own, false), own);
  });

  it("stays absent", () => assert.equal(rewriteHealthcheck(undefined, false), undefined));
});

describe("a duration", () => {
  for (const [text, milliseconds] of [
    ["1h2m3s", 3_723_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["10", undefined],
    ["soon", undefined],
    ["", undefined],
  ] as const) {
    it(`${JSON.stringify(text)} has ${milliseconds} ms`, () => assert.equal(parseDuration(text), milliseconds));
  }
});
