import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BuildStep } from "../../src/core/container-engine";
import type { TraceDecoder, TraceListener } from "../../src/docker/build/build-trace";
import { classicProgress } from "../../src/docker/build/classic-progress";
import { bareMessage, failingLine } from "../../src/docker/build/failing-line";
import { plainLines } from "../../src/docker/command/plain-text";
import { plainProgress } from "../../src/docker/build/plain-progress";
import { rawjsonProgress } from "../../src/docker/build/rawjson-progress";

/** Plays what docker printed once, in test/docker/recorded, to a decoder. */
function play(file: string, decoderFor: (listener: TraceListener) => TraceDecoder) {
  const events: BuildStep[] = [];
  const log: string[] = [];
  const decoder = decoderFor({ onStep: (step) => events.push(step), onLog: (line) => log.push(line) });
  const text = readFileSync(path.join(__dirname, "recorded", file), "utf8");
  for (const line of plainLines(text)) decoder.line(line);
  return { trace: decoder.trace(), events, log };
}

const states = (steps: readonly BuildStep[]) =>
  steps.map(({ name, state }) => `${state} ${name.split(" ").slice(0, 3).join(" ")}`);

describe("a build's progress", () => {
  describe("as BuildKit's JSON", () => {
    it("has each instruction with its state", () => {
      const { trace } = play("failing-build.jsonl", rawjsonProgress);
      assert.deepEqual(states(trace.steps).sort(), [
        "cached [builder 2/3] WORKDIR",
        "cached [builder 3/3] RUN",
        "cached [stage-1 2/4] WORKDIR",
        "done [builder 1/3] FROM",
        "done [stage-1 3/4] COPY",
        "failed [stage-1 4/4] RUN",
      ]);
    });

    it("has the failing instruction's own output, without colours", () => {
      const { trace, log } = play("failing-build.jsonl", rawjsonProgress);
      assert.deepEqual(trace.failure?.output, ["red", "100%", "broken at the end"]);
      assert.match(trace.failure?.message ?? "", /did not complete successfully: exit code: 7$/);
      assert.ok(log.includes("broken at the end"));
    });

    it("has the line of the Dockerfile, counted from 0, and the instruction there", () => {
      const { trace } = play("failing-build.jsonl", rawjsonProgress);
      const { line, instruction } = failingLine(trace.closing);
      assert.equal(line, 8);
      assert.equal(instruction?.split("\n")[1]?.trim(), 'echo "broken at the end" && exit 7');
      assert.match(bareMessage(trace.closing), /^process "\/bin\/sh -c printf/);
    });

    it("reports a step as running before it is done, with its time", () => {
      const { events } = play("failing-build.jsonl", rawjsonProgress);
      const copy = events.filter(({ name }) => name.includes("COPY"));
      assert.deepEqual(
        copy.map(({ state }) => state),
        ["running", "done"],
      );
      assert.ok((copy[1]?.durationMs ?? 0) > 0);
    });

    it("knows which steps made the image's own layers, and that all came from the cache", () => {
      const { trace } = play("cached-build.jsonl", rawjsonProgress);
      const own = trace.ownSteps?.map((name) => name.split(" ")[0]);
      assert.deepEqual(own, ["WORKDIR", "COPY", "RUN"]);
      const instructions = trace.steps.filter(({ name }) => !name.includes("FROM"));
      assert.ok(
        instructions.length === 5 && instructions.every(({ state }) => state === "cached"),
        states(trace.steps).join(),
      );
    });

    it("adds up the layers of a pull, and leaves out their unpacking", () => {
      const events: BuildStep[] = [];
      const decoder = rawjsonProgress({ onStep: (step) => events.push(step), onLog: () => undefined });
      const vertex = "sha256:f";
      const status = (id: string, current: number, total: number, name = "downloading") => ({
        id,
        vertex,
        name,
        current,
        total,
      });
      const vertexes = [
        { digest: vertex, name: "[1/2] FROM docker.io/library/python:3.11", started: "2026-01-01T00:00:00Z" },
      ];
      decoder.line(JSON.stringify({ vertexes }));
      decoder.line(JSON.stringify({ statuses: [status("sha256:a", 10, 100), status("sha256:b", 30, 60)] }));
      decoder.line(
        JSON.stringify({ statuses: [status("extracting sha256:a", 1, 900, "extract"), status("sha256:a", 100, 100)] }),
      );
      assert.deepEqual(events.at(-1)?.progress, { current: 130, total: 160 });
    });

    it("names the cause, not the steps that were cancelled beside it", () => {
      const decoder = rawjsonProgress({ onStep: () => undefined, onLog: () => undefined });
      const vertex = (digest: string, error: string) => ({
        digest,
        name: `[${digest} 1/1] RUN x`,
        started: "2026-01-01T00:00:00Z",
        error,
      });
      const cancelled = vertex("a", 'process "x" did not complete successfully: exit code: 137: context canceled');
      decoder.line(
        JSON.stringify({
          vertexes: [cancelled, vertex("b", 'process "y" did not complete successfully: exit code: 1')],
        }),
      );
      assert.match(decoder.trace().failure?.message ?? "", /process "y"/);
    });

    it("takes any line that is no JSON for the engine's own words", () => {
      const decoder = rawjsonProgress({ onStep: () => undefined, onLog: () => undefined });
      for (const line of ["{", "{}", '{"vertexes":[]}', "ERROR: x"]) decoder.line(line);
      assert.deepEqual(decoder.trace().closing, ["{", "ERROR: x"]);
    });
  });

  it("is the same from plain text, for a buildx that knows no JSON", () => {
    const { trace } = play("failing-build.plain.txt", plainProgress);
    assert.deepEqual(states(trace.steps), [
      "done [builder 1/3] FROM",
      "cached [stage-1 2/4] WORKDIR",
      "cached [builder 2/3] WORKDIR",
      "cached [builder 3/3] RUN",
      "cached [stage-1 3/4] COPY",
      "failed [stage-1 4/4] RUN",
    ]);
    assert.deepEqual(trace.failure?.output.at(-1), "broken at the end");
    assert.equal(failingLine(trace.closing).line, 8);
  });

  it("is the same from the classic builder, as far as it tells", () => {
    let now = 0;
    const { trace } = play("failing-build.classic.txt", (listener) => classicProgress(listener, () => (now += 5)));
    assert.deepEqual(states(trace.steps.slice(-2)), ["done Step 6/8: COPY", "failed Step 7/8: RUN"]);
    assert.match(trace.failure?.message ?? "", /returned a non-zero code: 3$/);
    assert.deepEqual(trace.failure?.output.slice(-1), ["broken at the end"]);
  });

  it("finds the line of a parse error where there is no piece of the file", () => {
    assert.deepEqual(failingLine(["dockerfile parse error line 3: unknown instruction: RUNN"]), { line: 2 });
    assert.deepEqual(failingLine(["no such thing"]), {});
  });
});
