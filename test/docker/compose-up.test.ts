import assert from "node:assert/strict";
import { CONTAINER_LIMITS } from "../../src/docker/container/run-container";
import { startCompose } from "../../src/docker/compose/compose-start";
import { answerOf, apiOf, APP, rewritten, started } from "./compose-stage";
import { withFolder } from "./graded-folder";

const COMMAND = "command: python /app/src/app.py";

/** With what the challenge's own solution has: ports, health checks at 10 s and 30 s, a bind mount, restart policies. */
const FULL = `
services:
  api:
    build: {context: ., dockerfile: Dockerfile}
    ${COMMAND}
    ports: ["5000:5000"]
    environment: [REDIS_HOST=redis]
    volumes: ["./src:/app/src:ro"]
    depends_on: {redis: {condition: service_healthy}}
    healthcheck: {test: [CMD, "true"], interval: 30s, timeout: 3s, retries: 3}
    restart: unless-stopped
  redis:
    image: redis:7-alpine
    ports: ["6379:6379"]
    volumes: ["redis_data:/data"]
    healthcheck: {test: [CMD, redis-cli, ping], interval: 10s, timeout: 3s, retries: 3}
    restart: unless-stopped
volumes: {redis_data: }
`;

const NAIVE = `
services:
  api: {build: ., ${COMMAND}, ports: ["5000:5000"], volumes: ["./src:/app/src"], depends_on: [redis]}
  redis: {image: "redis:7-alpine"}
`;

describe("a Compose project on the real engine", () => {
  for (const [title, compose] of Object.entries({
    "with all that the challenge's solution has": FULL,
    "of the plainest kind": NAIVE,
  })) {
    it(`${title} comes up and counts on when the api is replaced`, async () => {
      await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ engine }) => {
        const run = await started(engine);
        assert.deepEqual(await answerOf(run, "/api/counter"), { count: 1 });
        assert.deepEqual(await answerOf(run, "/api/counter"), { count: 2 });
        const before = await apiOf(run);
        await run.recreate("api");
        assert.deepEqual(await answerOf(run, "/api/counter"), { count: 3 });
        await assert.rejects(before.state(), "the old container is gone");
        assert.equal((await (await run.service("redis"))?.state())?.running, true);
        assert.equal(await run.service("nobody"), undefined);
      });
    });
  }

  it("gives each container the run's label and limits, and a port that only this machine reaches", async () => {
    await withFolder({ "compose.yaml": FULL, "src/app.py": APP }, async ({ engine, context }) => {
      await started(engine);
      const filters = { label: [`dockerize-coach.session=${context.session.id}`] };
      const containers = await context.docker.listContainers({ all: true, filters });
      assert.equal(containers.length, 2);
      for (const { Id, Labels } of containers) {
        const { HostConfig } = await context.docker.getContainer(Id).inspect();
        assert.equal(HostConfig.Memory, 512 * 2 ** 20);
        assert.equal(HostConfig.PidsLimit, 256);
        assert.equal(HostConfig.RestartPolicy?.Name, "no");
        assert.deepEqual(HostConfig.LogConfig?.Config, CONTAINER_LIMITS.log.options);
        const bindings = Object.entries((HostConfig.PortBindings ?? {}) as Record<string, { HostIp?: string }[]>);
        const isApi = Labels["com.docker.compose.service"] === "api";
        assert.deepEqual(
          bindings.map(([port, [to]]) => [port, to?.HostIp]),
          isApi ? [["5000/tcp", "127.0.0.1"]] : [],
        );
      }
      assert.equal((await context.docker.listNetworks({ filters })).length, 1);
      assert.equal((await context.docker.listVolumes({ filters })).Volumes.length, 2);
    });
  });

  it("shows files, configs and secrets with the very bytes of the folder, dollars and all", async () => {
    const compose = `
services:
  api:
    build: .
    ${COMMAND}
    volumes: ["./src:/app/src", "./app.conf:/etc/app.conf"]
    configs: [{source: inline, target: /etc/inline}]
    secrets: [key]
  redis: {image: "redis:7-alpine"}
configs: {inline: {content: "cost=$$5"}}
secrets: {key: {file: key.txt}}
`;
    const files = { "compose.yaml": compose, "src/app.py": APP, "app.conf": "a=$b $$c ${d}\n", "key.txt": "s€cret" };
    await withFolder(files, async ({ engine }) => {
      const run = await started(engine);
      assert.equal(await answerOf(run, "/etc/app.conf"), files["app.conf"]);
      assert.equal(await answerOf(run, "/run/secrets/key"), "s€cret");
      assert.equal(await answerOf(run, "/etc/inline"), "cost=$5");
    });
  });

  it("passes on commands and variables with dollars as they are meant", async () => {
    const compose = `
services:
  api:
    build: .
    command: ["sh", "-c", "echo $$WORD > /tmp/word && exec python /app/src/app.py"]
    environment: {WORD: "a$$b"}
    volumes: ["./src:/app/src"]
  redis: {image: "redis:7-alpine"}
`;
    await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ engine }) => {
      assert.equal(await answerOf(await started(engine), "/tmp/word"), "a$b\n");
    });
  });

  it("does not come up with a Redis that never gets healthy, and says what its probe said", async () => {
    const compose = FULL.replace(
      "[CMD, redis-cli, ping], interval: 10s",
      "[CMD, redis-cli, -p, '6380', ping], interval: 1s",
    );
    await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ engine }) => {
      const { request } = await rewritten(engine);
      const run = await engine.startCompose(request);
      assert.equal(run.up, false);
      assert.equal(run.late, true);
      const output = run.output.join("\n");
      assert.match(output, /redis is unhealthy/);
      assert.match(output, /redis \| last health probe: exit code 1, .*6380/);
      assert.doesNotMatch(output, /Creating|dockerize-coach/);
    });
  });

  it("is not waited for without end", async () => {
    const compose = FULL.replace("redis-cli, ping", "redis-cli, -p, '6380', ping");
    await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ engine, context }) => {
      const { request } = await rewritten(engine);
      const run = await startCompose(context, request, 3000);
      assert.equal(run.up, false);
      assert.equal(run.late, true);
      assert.match(run.output.join("\n"), /not done after 3 seconds/);
      assert.match(run.output.join("\n"), /redis \| is (starting|unhealthy)/);
    });
  });

  it("does not come up with a dependency that fails, and shows the end of its log", async () => {
    const compose = `
services:
  api: {build: ., depends_on: {seed: {condition: service_completed_successfully}}}
  seed: {image: "redis:7-alpine", command: ["sh", "-c", "echo the seed is starting; echo no seed today >&2; exit 3"]}
  redis: {image: "redis:7-alpine"}
`;
    await withFolder({ "compose.yaml": compose }, async ({ engine }) => {
      const run = await engine.startCompose((await rewritten(engine)).request);
      assert.equal(run.up, false);
      assert.match(
        run.output.join("\n"),
        /seed \| ended with exit code 3\n(seed \| the seed is starting\n)?seed \| no seed today/,
      );
      assert.equal(run.late, false, "it has failed, and would not have come with more time");
    });
  });

  it("stops at once when the run is aborted, and leaves nothing", async () => {
    const compose = FULL.replace("redis-cli, ping", "redis-cli, -p, '6380', ping");
    await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ engine, abort, log }) => {
      const { request } = await rewritten(engine);
      const start = engine.startCompose(request);
      const watch = setInterval(() => log.some((line) => /redis-1\s+Waiting/.test(line)) && abort.abort(), 50);
      await assert.rejects(start, { name: "AbortError" });
      clearInterval(watch);
    });
  });
});
