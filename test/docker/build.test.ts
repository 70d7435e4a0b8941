import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { EngineFault } from "../../src/core/container-engine";
import { buildImage } from "../../src/docker/build/build-image";
import type { DockerCli } from "../../src/docker/command/docker-cli";
import { SESSION_LABEL } from "../../src/docker/session/labels";
import { build, type Graded, until, withFolder } from "./graded-folder";

const REQUEST = { dockerfile: "Dockerfile", context: "." };

describe("a build on the real engine", () => {
  it("gives the id of an image that carries the run's label and a tag of its own", async () => {
    await withFolder(
      { Dockerfile: "FROM python:3.11-slim\nUSER app\nHEALTHCHECK --interval=5s --retries=2 CMD true\n" },
      async ({ engine, context }) => {
        const imageId = await build(engine);
        const image = await context.docker.getImage(imageId).inspect();
        assert.equal(image.Id, imageId);
        assert.equal(image.Config.Labels?.[SESSION_LABEL], context.session.id);
        assert.equal(image.RepoTags.length, 1);
        assert.ok(image.RepoTags[0]?.includes(context.session.id), image.RepoTags[0]);
        const healthcheck = { test: ["CMD-SHELL", "true"], intervalMs: 5000, retries: 2 };
        assert.deepEqual(await engine.inspectImage(imageId), { user: "app", healthcheck });
      },
    );
  });

  it("tells each step as it happens, and which come from the cache the second time", async () => {
    const Dockerfile = `FROM python:3.11-slim AS builder\nRUN echo ${Date.now()} > /stamp\nFROM python:3.11-slim\nCOPY --from=builder /stamp /\n`;
    await withFolder({ Dockerfile }, async ({ engine, steps, log }) => {
      await build(engine);
      const run = steps.filter(({ name }) => name.includes("RUN echo"));
      assert.deepEqual([...new Set(run.map(({ state }) => state))], ["running", "done"]);
      assert.ok(log.some((line) => line.includes("[builder 2/2] RUN echo")));

      const again = await engine.build(REQUEST);
      const cached = again.steps.filter(({ name }) => !name.includes("FROM"));
      assert.deepEqual(
        cached.map(({ state }) => state),
        ["cached", "cached"],
      );
      assert.ok(again.steps.every(({ name }) => !name.includes("[internal]")));
    });
  });

  it("of a target with arguments takes them", async () => {
    const Dockerfile = 'FROM python:3.11-slim AS one\nARG WHO\nRUN test "$WHO" = "a b;c"\nFROM one AS two\nRUN false\n';
    await withFolder({ Dockerfile }, async ({ engine }) => {
      const result = await engine.build({ ...REQUEST, target: "one", args: { WHO: "a b;c" } });
      assert.equal(result.outcome, "built");
    });
  });

  it("honours the ignore file that stands beside the Dockerfile, as docker build does", async () => {
    const files = {
      "docker/Dockerfile":
        "FROM python:3.11-slim\nCOPY . /context\nRUN test -e /context/in.txt && test ! -e /context/out.txt\n",
      "docker/Dockerfile.dockerignore": "out.txt\n",
      "in.txt": "",
      "out.txt": "",
    };
    await withFolder(files, async ({ engine }) => {
      const result = await engine.build({ dockerfile: "docker/Dockerfile", context: "." });
      assert.equal(result.outcome, "built", JSON.stringify(result));
    });
  });

  describe("that fails by the submission", () => {
    const failing = async (
      Dockerfile: string,
      check: (result: Extract<Awaited<ReturnType<Graded["engine"]["build"]>>, { outcome: "failed" }>) => void,
    ) =>
      withFolder({ Dockerfile }, async ({ engine }) => {
        const result = await engine.build(REQUEST);
        assert.ok(result.outcome === "failed");
        check(result);
      });

    it("names the instruction, its line and its last output", async () => {
      const Dockerfile =
        "# a comment\n\nFROM python:3.11-slim\nRUN seq 1 50 && \\\n    echo broken && exit 3\nCMD true\n";
      await failing(Dockerfile, ({ line, instruction, output, message }) => {
        assert.equal(line, 3);
        assert.match(instruction ?? "", /^RUN seq 1 50 && \\\n\s+echo broken/);
        assert.equal(output.length, 20);
        assert.equal(output.at(-1), "broken");
        assert.match(message, /exit code: 3$/);
      });
    });

    it("names the line of a file that is not in the context", async () => {
      await failing("FROM python:3.11-slim\nCOPY nope.txt /\n", ({ line, message }) => {
        assert.equal(line, 1);
        assert.match(message, /nope\.txt": not found/);
      });
    });

    it("is a mistake each time where two stages lack a file each, and names one of them", async () => {
      const Dockerfile =
        "FROM python:3.11-slim AS one\nCOPY one.txt /\nFROM python:3.11-slim\nCOPY two.txt /\nCOPY --from=one /one.txt /\n";
      for (let time = 0; time < 8; time++) {
        await failing(Dockerfile, ({ message }) => assert.match(message, /"\/(one|two)\.txt": not found/));
      }
    });

    it("names the line of an instruction that does not exist", async () => {
      await failing("FROM python:3.11-slim\nRUNN true\n", ({ line, message }) => {
        assert.equal(line, 1);
        assert.match(message, /unknown instruction: RUNN/);
      });
    });

    it("is a mistake where pip has an index and the package is not in it", async () => {
      await failing("FROM python:3.11-slim\nRUN pip install --no-index no-such-package-here\n", ({ output }) => {
        assert.match(output.join("\n"), /No matching distribution found/);
      });
    });
  });

  describe("that fails by the machine", () => {
    const fault = (what: RegExp) => (error: unknown) => {
      assert.ok(error instanceof EngineFault, String(error));
      assert.match(error.text.observed, what);
      return true;
    };

    it("is a fault that names the registry that could not be reached", async () => {
      await withFolder({ Dockerfile: "FROM registry.invalid/app:1\n" }, async ({ engine }) => {
        await assert.rejects(engine.build(REQUEST), fault(/could not reach registry\.invalid/));
      });
    });

    it("is a fault that says what to install where buildx is missing", async () => {
      await withFolder({ Dockerfile: "FROM python:3.11-slim\n" }, async ({ context }) => {
        await assert.rejects(
          buildImage({ ...context, cli: withoutBuildx(context.cli) }, REQUEST),
          fault(/`buildx` is not installed/),
        );
      });
    });

    it("is a fault where there is no docker command at all", async () => {
      await withFolder({ Dockerfile: "FROM python:3.11-slim\n" }, async ({ context }) => {
        const { dockerCli } = await import("../../src/docker/command/run-docker");
        const cli = dockerCli({ program: undefined, env: {}, signal: context.signal });
        await assert.rejects(buildImage({ ...context, cli }, REQUEST), fault(/`docker` command was not found/));
      });
    });
  });

  it("works with the classic builder of a command line from before buildx", async () => {
    const Dockerfile = `FROM python:3.11-slim\nRUN echo ${Date.now()}\nRUN test -z "$STOP" || exit 3\nARG STOP\nRUN test -z "$STOP" || exit 3\n`;
    await withFolder({ Dockerfile }, async ({ context }) => {
      const old = { ...context, cli: withoutBuildx(context.cli, "20.10.24") };
      const { result } = await buildImage(old, REQUEST);
      assert.ok(result.outcome === "built", JSON.stringify(result));
      assert.equal(result.steps.length, 5);
      assert.equal((await context.docker.getImage(result.imageId).inspect()).Id, result.imageId);

      const failed = (await buildImage(old, { ...REQUEST, args: { STOP: "1" } })).result;
      assert.ok(failed.outcome === "failed");
      assert.equal(failed.instruction, 'RUN test -z "$STOP" || exit 3');
    });
  });

  it("stops at once when the run is stopped, with all its processes", async () => {
    await withFolder(
      { Dockerfile: `FROM python:3.11-slim\nRUN echo ${Date.now()} && sleep 120\n` },
      async ({ engine, abort, log, context }) => {
        const building = engine.build(REQUEST);
        building.catch(() => undefined);
        await until("the sleeping step", async () => log.some((line) => /RUN echo \d+ && sleep/.test(line)));
        abort.abort();
        await assert.rejects(building, { name: "AbortError" });
        await until("the end of its processes", async () => processesWith(context.session.id) === 0);
      },
    );
  });
});

/** The same command line, on which buildx is not installed, and which says that it is of this version. */
function withoutBuildx(cli: DockerCli, version = "28.5.2"): DockerCli {
  const missing = { exitCode: 1, stdout: "", stderr: "docker: unknown command: docker buildx" };
  const itself = { exitCode: 0, stdout: `Docker version ${version}, build 1`, stderr: "" };
  return {
    ...cli,
    async run(args, call) {
      if (args[0] === "buildx") return missing;
      return args[0] === "--version" ? itself : cli.run(args, call);
    },
  };
}

/** How many processes have the text in their command line. */
function processesWith(text: string): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(text);
    } catch {
      return false;
    }
  }).length;
}
