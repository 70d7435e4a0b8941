import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { composeEngine } from "../../src/docker/compose/compose-engine";
import { dockerCli } from "../../src/docker/command/run-docker";
import { docker } from "../support/docker";
import { folderSnapshot } from "../support/folder-snapshot";
import { answerOf, APP, rewritten, started } from "./compose-stage";
import { type Graded, withFolder } from "./graded-folder";

const COMMAND = "command: python /app/src/app.py";

async function comesUp(
  compose: string,
  work: (graded: Graded) => Promise<void> = async () => undefined,
): Promise<void> {
  await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async (graded) => {
    const run = await started(graded.engine);
    assert.deepEqual(await answerOf(run, "/api/counter"), { count: 1 });
    await work(graded);
  });
}

describe("a Compose project that names the learner's own things", () => {
  const mine = `compose-test-${randomBytes(4).toString("hex")}`;

  it("leaves an image tag where it points", async () => {
    await docker("tag", "redis:7-alpine", `${mine}:latest`);
    try {
      const before = await docker("image", "inspect", "--format", "{{.Id}}", `${mine}:latest`);
      await comesUp(`
services:
  api: {build: {context: ., tags: ["${mine}:v1"]}, image: "${mine}:latest", ${COMMAND}, volumes: ["./src:/app/src"]}
  redis: {image: "redis:7-alpine"}
`);
      assert.equal(await docker("image", "inspect", "--format", "{{.Id}}", `${mine}:latest`), before);
      await assert.rejects(docker("image", "inspect", `${mine}:v1`));
    } finally {
      await docker("image", "rm", `${mine}:latest`);
    }
  });

  it("leaves volumes and networks alone that are external or have a name", async () => {
    await docker("volume", "create", mine);
    await docker("network", "create", mine);
    const read = () =>
      docker(
        "run",
        "--rm",
        "--network",
        "none",
        "-v",
        `${mine}:/v`,
        "redis:7-alpine",
        "sh",
        "-c",
        "cd /v && ls -A && cat note",
      );
    try {
      await docker(
        "run",
        "--rm",
        "--network",
        "none",
        "-v",
        `${mine}:/v`,
        "redis:7-alpine",
        "sh",
        "-c",
        "echo precious > /v/note",
      );
      const before = await read();
      await comesUp(`
services:
  api: {build: ., ${COMMAND}, volumes: ["./src:/app/src"], networks: [shared]}
  redis: {image: "redis:7-alpine", volumes: ["data:/data", "more:/more"], command: "redis-server --save 1 1", networks: [shared]}
volumes: {data: {name: ${mine}}, more: {external: true, name: ${mine}}}
networks: {shared: {external: true, name: ${mine}}}
`);
      assert.equal(await read(), before);
      assert.equal(await docker("network", "inspect", "--format", "{{len .Containers}}", mine), "0");
    } finally {
      await docker("volume", "rm", mine);
      await docker("network", "rm", mine);
    }
  });

  it("comes up beside containers of the same name, and takes that name for an address", async () => {
    await docker("create", "--name", mine, "redis:7-alpine");
    try {
      await comesUp(`
services:
  api: {build: ., ${COMMAND}, environment: {REDIS_HOST: ${mine}}, volumes: ["./src:/app/src"], restart: always}
  redis: {image: "redis:7-alpine", container_name: ${mine}, restart: always}
`);
      assert.equal(await docker("inspect", "--format", "{{.State.Status}}", mine), "created");
    } finally {
      await docker("rm", "--volumes", mine);
    }
  });

  it("comes up while its ports are busy", async () => {
    const servers = [await busy(5000), await busy(6379)];
    try {
      await comesUp(`
services:
  api: {build: ., ${COMMAND}, ports: ["5000:5000"], volumes: ["./src:/app/src"]}
  redis: {image: "redis:7-alpine", ports: ["6379:6379"]}
`);
    } finally {
      for (const server of servers) server?.close();
    }
  });

  it("does not change a byte of the folder that the app writes into", async () => {
    const compose = `
services:
  api: {build: ., user: root, ${COMMAND}, volumes: ["./src:/app/src", "./new:/new"]}
  redis: {image: "redis:7-alpine"}
`;
    await withFolder(
      { "compose.yaml": compose, "src/app.py": APP, "src/a b/ü.txt": "x", "src/run.sh": "#!/bin/sh" },
      async ({ engine, context }) => {
        chmodSync(path.join(context.folder, "src/run.sh"), 0o755);
        const before = folderSnapshot(context.folder);
        const run = await started(engine);
        assert.equal(await answerOf(run, "/app/src/was-here"), "the app ran");
        assert.deepEqual(folderSnapshot(context.folder), before);
      },
    );
  });

  it("mounts nothing that a link in the folder leads out to", async () => {
    const outside = mkdtempSync(path.join(tmpdir(), "compose-outside-"));
    try {
      writeFileSync(path.join(outside, "secret"), "not for you");
      const compose = `
services:
  api: {build: ., ${COMMAND}, volumes: ["./src:/app/src", "./link:/link"]}
  redis: {image: "redis:7-alpine"}
`;
      await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ engine, context, log }) => {
        symlinkSync(outside, path.join(context.folder, "link"));
        const run = await started(engine);
        await answerOf(run, "/health");
        const found = await (await run.service("api"))?.get("/link/secret");
        assert.equal(found?.answered, false);
        assert.ok(log.some((line) => /link is not mounted/.test(line)));
      });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it("starts no provider, as Compose itself would", async () => {
    const tools = mkdtempSync(path.join(tmpdir(), "compose-provider-"));
    try {
      const canary = path.join(tools, "canary");
      writeFileSync(path.join(tools, "docker-evil"), `#!/bin/sh\ntouch ${canary}\n`, { mode: 0o755 });
      const compose = `
services:
  api: {build: ., ${COMMAND}, volumes: ["./src:/app/src"], depends_on: [errand]}
  redis: {image: "redis:7-alpine"}
  errand: {provider: {type: evil}}
  script: {provider: {type: ${tools}/docker-evil}}
`;
      await withFolder({ "compose.yaml": compose, "src/app.py": APP }, async ({ context }) => {
        const env = { ...context.env, PATH: `${tools}:${context.env.PATH}` };
        const cli = dockerCli({ program: context.cli.program, env, signal: context.signal });
        const engine = { ...composeEngine({ ...context, cli, env }) } as Graded["engine"];
        const run = await started(engine);
        assert.deepEqual(await answerOf(run, "/health"), { status: "healthy" });
        assert.equal(existsSync(canary), false);

        const file = path.join(context.folder, "compose.yaml");
        await cli.run(["compose", "-f", file, "-p", mine, "up", "-d", "errand", "script"], { timeoutMs: 30_000 });
        await cli.run(["compose", "-f", file, "-p", mine, "down", "-v"], { timeoutMs: 30_000 });
        assert.equal(existsSync(canary), true, "this file would have run the program, had it been started as it is");
      });
    } finally {
      rmSync(tools, { recursive: true });
    }
  });

  it("says which image does not exist", async () => {
    await withFolder(
      { "compose.yaml": "services: {api: {build: .}, redis: {image: 'redis:0-nowhere'}}" },
      async ({ context }) => {
        const { request } = await rewritten(composeEngine(context) as Graded["engine"]);
        const said = "manifest for redis:0-nowhere not found: manifest unknown: manifest unknown";
        const run = () => Promise.resolve({ exitCode: 1, stdout: "", stderr: `Error response from daemon: ${said}` });
        const engine = composeEngine({ ...context, cli: { program: "docker", run } });
        const started = await engine.startCompose(request);
        assert.equal(started.up, false);
        assert.match(started.output.join("\n"), /redis:0-nowhere.*not found/);
      },
    );
  });
});

/** Takes a port, unless somebody else has it already. */
async function busy(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(port, "0.0.0.0", () => resolve(server));
  });
}
