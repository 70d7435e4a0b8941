import assert from "node:assert/strict";
import { truncateSync } from "node:fs";
import type { ComposeRequest } from "../../src/core/container-engine";
import { composeEngine } from "../../src/docker/compose/compose-engine";
import { composeProjectFile } from "../../src/docker/compose/compose-project";
import { tempFolder } from "../support/temp-folder";
import { rewritten } from "./compose-stage";
import { withFolder } from "./graded-folder";

const healthcheck = { test: ["CMD", "true"], interval: "500ms", start_period: "5s", start_interval: "500ms" };
const request: ComposeRequest = {
  project: { services: { redis: { image: "redis:7-alpine", healthcheck } } },
  binds: [],
  publish: {},
};

describe("the project file of a run", () => {
  for (const hasStartInterval of [true, false]) {
    it(`${hasStartInterval ? "has" : "lacks"} a start interval where the engine ${hasStartInterval ? "knows" : "refuses"} it`, async () => {
      await withFolder({}, async ({ context }) => {
        const text = composeProjectFile(request, [], { ...context, traits: { ...context.traits, hasStartInterval } });
        assert.equal(text.includes("start_interval"), hasStartInterval);
        assert.ok(text.includes("start_period"));
      });
    });
  }

  it("is accepted by Compose with every key that is taken over", async () => {
    const compose = `
services:
  api:
    build: .
    command: ["sleep", "60"]
    entrypoint: []
    working_dir: /tmp
    user: "1000"
    group_add: ["1001"]
    hostname: counter
    expose: ["8000"]
    read_only: true
    cap_drop: [ALL]
    ulimits: {nofile: {soft: 100, hard: 200}}
    shm_size: 1m
    tmpfs: [/tmp]
    stdin_open: true
    tty: true
    volumes: [{type: tmpfs, target: /m, tmpfs: {size: 1m}}, "/anonymous", "data:/data:ro"]
    healthcheck: {test: "true", start_period: 5s, start_interval: 1s, interval: 1m}
  redis:
    image: redis:7-alpine
    depends_on: {api: {condition: service_healthy, required: false}}
volumes: {data: {driver: local}}
`;
    await withFolder({ "compose.yaml": compose }, async ({ engine }) => {
      const { request: own, notes } = await rewritten(engine);
      const run = await engine.startCompose(own);
      assert.ok(run.up, run.output.join("\n"));
      assert.equal((await (await run.service("api"))?.state())?.health, "healthy");
      assert.deepEqual(notes, []);
    });
  });

  it("refuses to copy a folder that is too large, which is not counted against the learner", async () => {
    using big = tempFolder({ "src/small": "x" });
    truncateSync(`${big.path}/src/small`, 300 * 2 ** 20);
    await withFolder({}, async ({ context }) => {
      const engine = composeEngine({ ...context, folder: big.path });
      const binds = [{ service: "redis", source: `${big.path}/src`, target: "/src", readOnly: false }];
      await assert.rejects(engine.startCompose({ ...request, binds }), /more than 256 MB/);
    });
  });
});
