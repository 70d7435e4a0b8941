import assert from "node:assert/strict";
import { toldOnce } from "../../src/docker/container/told-once";

describe("the log of an app that is asked again and again", () => {
  it("tells each question once, and keeps what the app said at its start", () => {
    const start = [" * Running on http://127.0.0.1:5000", "Press CTRL+C to quit"];
    const asked = Array.from(
      { length: 60 },
      (_, second) =>
        `127.0.0.1 - - [29/Nov/2026 15:21:${String(second).padStart(2, "0")}] "GET /health HTTP/1.1" 200 -`,
    );
    assert.deepEqual(toldOnce([...start, ...asked]), [...start, asked[0]]);
    const other = '127.0.0.1 - - [29/Nov/2026 15:22:00] "GET /health HTTP/1.1" 500 -';
    assert.deepEqual(toldOnce([...asked, other]), [asked[0], other]);
  });

  it("tells gunicorn's lines once too", () => {
    const lines = ["10", "11"].map((second) => `[2026-11-29 15:21:${second} +0000] [7] [INFO] Handling signal: winch`);
    assert.equal(toldOnce(lines).length, 1);
  });

  it("leaves alone what repeats itself without a date, as an error's own lines do", () => {
    const trace = ['  File "app.py", line 3', "    ^^^^^", '  File "app.py", line 3', "    ^^^^^"];
    assert.deepEqual(toldOnce(trace), trace);
  });
});
