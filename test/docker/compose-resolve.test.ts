import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { EngineFault } from "../../src/core/container-engine";
import { composeEngine } from "../../src/docker/compose/compose-engine";
import { composeEnvironment } from "../../src/docker/compose/compose-environment";
import type { DockerOutcome } from "../../src/docker/command/docker-cli";
import { withFolder } from "./graded-folder";

const API = `services: {api: {image: "x:\${TAG:-none}-\${FROM_OUTSIDE:-none}"}, redis: {image: y, profiles: [p]}}`;

function imageOf(resolution: object): unknown {
  const { project } = resolution as {
    readonly project: { readonly services: { readonly api: { readonly image: string } } };
  };
  return project.services.api.image;
}

describe("resolving a Compose file", () => {
  it("takes variables from the folder's .env, and none of the environment", async () => {
    process.env.FROM_OUTSIDE = "leaked";
    try {
      await withFolder({ "compose.yaml": API, ".env": "TAG=mine\n" }, async ({ engine }) => {
        assert.equal(imageOf(await engine.resolveCompose("compose.yaml")), "x:mine-none");
      });
    } finally {
      delete process.env.FROM_OUTSIDE;
    }
  });

  it("is not led astray by Compose's own settings in that .env", async () => {
    const env = [
      "COMPOSE_FILE=other.yaml",
      "COMPOSE_PROJECT_NAME=theirs",
      "COMPOSE_PROFILES=p",
      "COMPOSE_PARALLEL_LIMIT=many",
      "COMPOSE_ENV_FILES=/etc/hostname",
      "COMPOSE_DISABLE_ENV_FILE=1",
      "DOCKER_HOST=unix:///nowhere",
      "TAG=mine",
    ];
    const files = { "compose.yaml": API, "other.yaml": "services: {evil: {image: z}}", ".env": env.join("\n") };
    await withFolder(files, async ({ engine, context }) => {
      const resolution = await engine.resolveCompose("compose.yaml");
      assert.ok(resolution.accepted, JSON.stringify(resolution));
      assert.equal(resolution.folder, context.folder);
      assert.equal(imageOf(resolution), "x:mine-none");
      const project = resolution.project as { readonly name: string; readonly services: object };
      assert.deepEqual(Object.keys(project.services), ["api"]);
      assert.ok(project.name.startsWith("dockerize-coach-"), project.name);
    });
  });

  // Compose merges it where no file is named. It is a developer's own, often not committed, and would hide what the file lacks.
  it("ignores an override file", async () => {
    const files = { "docker-compose.yml": API, "docker-compose.override.yml": "services: {api: {image: evil}}" };
    await withFolder(files, async ({ engine }) => {
      assert.equal(imageOf(await engine.resolveCompose("docker-compose.yml")), "x:none-none");
    });
  });

  it("ignores the .env and the Compose file of a parent folder", async () => {
    const files = { "compose.yaml": "services: {evil: {image: z}}", ".env": "TAG=parent", "app/compose.yaml": API };
    await withFolder(files, async ({ context }) => {
      const engine = composeEngine({ ...context, folder: path.join(context.folder, "app") });
      assert.equal(imageOf(await engine.resolveCompose("compose.yaml")), "x:none-none");
    });
  });

  it("reads the texts that were judged in place of the files, in which its own reader of YAML sees more than others", async () => {
    const text = `services:\n  api:\n    image: "x:\${TAG}"\n    env_file: own.env\n    # note\u2028    privileged: true\n`;
    const files = { "compose.yaml": text, ".env": "TAG=theirs\n", "own.env": "A=1\n" };
    await withFolder(files, async ({ engine }) => {
      const asWritten = await engine.resolveCompose("compose.yaml");
      assert.match(JSON.stringify(asWritten), /"privileged":true/);
      const judged = { compose: JSON.stringify(parse(text)), env: "TAG=judged\n" };
      const resolution = await engine.resolveCompose("compose.yaml", judged);
      assert.equal(imageOf(resolution), "x:judged");
      assert.match(JSON.stringify(resolution), /"A":"1"/);
      assert.doesNotMatch(JSON.stringify(resolution), /privileged/);
    });
  });

  it("names files as the learner does, wherever they lie for the run", async () => {
    const compose = { services: { api: { image: "x", env_file: "gone.env" } } };
    await withFolder({ "compose.yaml": JSON.stringify(compose) }, async ({ engine, context }) => {
      for (const judged of [undefined, { compose: JSON.stringify(compose), env: "" }]) {
        const resolution = await engine.resolveCompose("compose.yaml", judged);
        assert.ok(!resolution.accepted);
        assert.match(resolution.output, /gone\.env/);
        assert.ok(!resolution.output.includes(context.folder), resolution.output);
      }
    });
  });

  it("reads dollars as they are meant", async () => {
    await withFolder({ "compose.yaml": 'services: {api: {image: "x:a$$b"}}' }, async ({ engine }) => {
      assert.equal(imageOf(await engine.resolveCompose("compose.yaml")), "x:a$b");
    });
  });

  for (const [title, text, words] of [
    ["bad YAML", "services:\n  api:\n    build: .\n   ports: []\n", /yaml|line/i],
    ["an unknown key", "services: {api: {biuld: .}}", /biuld/],
    ["a variable that is required and not set", "services: {api: {image: '${TAG:?}'}}", /TAG/],
    ["an undefined dependency", "services: {api: {image: x, depends_on: [redis]}}", /redis/],
  ] as const) {
    it(`gives Compose's own message on ${title}`, async () => {
      await withFolder({ "compose.yaml": text }, async ({ engine }) => {
        const resolution = await engine.resolveCompose("compose.yaml");
        assert.ok(!resolution.accepted);
        assert.match(resolution.output, words);
        assert.doesNotMatch(resolution.output, /level=warning/);
      });
    });
  }

  for (const [title, stderr] of [
    ["a docker that does not know compose", "docker: 'compose' is not a docker command.\nSee 'docker --help'"],
    ["a docker that takes Compose's flags for its own", "unknown flag: --ansi\nSee 'docker --help'."],
  ] as const) {
    it(`tells how to install Compose where there is ${title}`, async () => {
      await withFolder({ "compose.yaml": API }, async ({ context }) => {
        const run = (): Promise<DockerOutcome> => Promise.resolve({ exitCode: 1, stdout: "", stderr });
        const engine = composeEngine({ ...context, cli: { program: "docker", run } });
        const fault = await engine.resolveCompose("compose.yaml").catch((error: unknown) => error);
        assert.ok(fault instanceof EngineFault);
        assert.match(fault.text.observed, /not installed/);
        assert.match(fault.text.next, /docker-compose-plugin/);
      });
    });
  }

  it("calls a Compose that does not know the needed options too old", async () => {
    await withFolder({ "compose.yaml": API }, async ({ context }) => {
      const run = (args: readonly string[]): Promise<DockerOutcome> =>
        Promise.resolve(
          args.includes("version")
            ? { exitCode: 0, stdout: "2.0.1\n", stderr: "" }
            : { exitCode: 1, stdout: "", stderr: "unknown flag: --format" },
        );
      const engine = composeEngine({ ...context, cli: { program: "docker", run } });
      await assert.rejects(engine.resolveCompose("compose.yaml"), /2\.0\.1 is too old/);
    });
  });

  it("runs no provider that the file names", async () => {
    const tools = mkdtempSync(path.join(tmpdir(), "compose-resolve-"));
    try {
      const canary = path.join(tools, "canary");
      writeFileSync(path.join(tools, "errand.sh"), `#!/bin/sh\ntouch ${canary}\n`, { mode: 0o755 });
      const compose = `services: {errand: {provider: {type: ${tools}/errand.sh}}}`;
      await withFolder({ "compose.yaml": compose }, async ({ engine }) => {
        assert.equal((await engine.resolveCompose("compose.yaml")).accepted, true);
        assert.equal(existsSync(canary), false, "the program has not run");
      });
    } finally {
      rmSync(tools, { recursive: true, force: true });
    }
  });
});

describe("the environment of Compose", () => {
  it("has what docker needs and nothing of the learner's", () => {
    const env = {
      PATH: "/bin",
      HOME: "/home/ada",
      DOCKER_HOST: "unix:///x",
      AWS_SECRET: "s",
      COMPOSE_FILE: "x",
      path: "y",
    };
    const laid = { ...env, ...composeEnvironment(env, "linux") };
    assert.deepEqual(
      Object.entries(laid).filter(([name, value]) => value !== undefined && !name.startsWith("COMPOSE_")),
      [
        ["PATH", "/bin"],
        ["HOME", "/home/ada"],
        ["DOCKER_HOST", "unix:///x"],
      ],
    );
    assert.equal(laid.COMPOSE_FILE, undefined);
  });

  it("knows Windows' variables in any case", () => {
    const laid = composeEnvironment({ Path: "C:\\x", SystemRoot: "C:\\Windows", OneDrive: "x" }, "win32");
    assert.deepEqual(
      Object.keys(laid).filter((name) => !name.startsWith("COMPOSE_")),
      ["OneDrive"],
    );
  });
});
