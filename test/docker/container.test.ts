import assert from "node:assert/strict";
import type { ContainerEngine } from "../../src/core/container-engine";
import type { RunningContainer } from "../../src/core/running-container";
import { effectiveUid } from "../../src/docker/container/effective-uid";
import { SESSION_LABEL } from "../../src/docker/session/labels";
import { probeReach } from "../../src/docker/container/probe-reach";
import { build, type Graded, until, withFolder } from "./graded-folder";

/** An app of the standard library on `host` that tells its path back. */
const app = (host: string) => `FROM python:3.11-slim
RUN printf '%s\\n' \\
  'import http.server, os' \\
  'class H(http.server.BaseHTTPRequestHandler):' \\
  '    def do_GET(self):' \\
  '        self.send_response(302 if self.path == "/away" else 200)' \\
  '        self.send_header("Location", "/elsewhere")' \\
  '        self.end_headers()' \\
  '        self.wfile.write(self.path.encode())' \\
  'print("\\033[32mready\\033[0m", flush=True)' \\
  'http.server.ThreadingHTTPServer(("${host}", 5000), H).serve_forever()' > /app.py
CMD ["python", "-u", "/app.py"]
`;

/** Runs a Dockerfile's image and hands the container on. */
async function running(Dockerfile: string, work: (container: RunningContainer, graded: Graded) => Promise<void>) {
  await withFolder({ Dockerfile }, async (graded) => {
    const imageId = await build(graded.engine);
    await work(await graded.engine.run({ imageId, port: 5000 }), graded);
  });
}

const answers = (container: RunningContainer) =>
  until("an answer", async () => {
    const answer = await container.get("/health?a=1");
    return answer.answered && answer;
  });
const ended = (container: RunningContainer) =>
  until("its end", async () => {
    const state = await container.state();
    return !state.running && state;
  });

/** The id of the only container of the run, the probes aside. */
async function idOf({ context }: Graded): Promise<string> {
  const all = await context.docker.listContainers({
    all: true,
    filters: { label: [`${SESSION_LABEL}=${context.session.id}`] },
  });
  const own = all.filter(({ Command }) => !Command.startsWith("sleep"));
  assert.ok(own.length === 1 && own[0]);
  return own[0].Id;
}

describe("a container on the real engine", () => {
  it("is asked through a port of the engine's choice, so that two of them get on", async () => {
    await running(app("0.0.0.0"), async (first, { engine }) => {
      const imageId = await build(engine);
      const second = await engine.run({ imageId, port: 5000 });
      for (const container of [first, second]) {
        assert.deepEqual(await answers(container), { answered: true, status: 200, body: "/health?a=1" });
      }
      assert.deepEqual((await first.logs(5)).slice(0, 1), ["ready"], "without colours");
      assert.deepEqual(
        await first.get("/away"),
        { answered: true, status: 302, body: "/away" },
        "no redirect is followed",
      );
    });
  });

  it("has limits, and publishes on this machine's loopback only", async () => {
    await running(app("0.0.0.0"), async (_, graded) => {
      const { HostConfig, NetworkSettings } = await graded.context.docker.getContainer(await idOf(graded)).inspect();
      assert.equal(HostConfig.Memory, 512 * 1024 * 1024);
      assert.equal(HostConfig.PidsLimit, 256);
      assert.deepEqual(HostConfig.LogConfig?.Config, { "max-size": "5m", "max-file": "1" });
      assert.deepEqual(
        NetworkSettings.Ports["5000/tcp"]?.map(({ HostIp }) => HostIp),
        ["127.0.0.1"],
      );
    });
  });

  it("can be asked by a probe beside it, where the engine is on another machine", async () => {
    await running(app("0.0.0.0"), async (container, graded) => {
      await answers(container);
      const { context } = graded;
      const reach = probeReach({ ...context, local: false });
      const containerId = await idOf(graded);
      const ask = (port: number, path: string) => reach.get({ containerId, port }, path, context.signal);
      assert.deepEqual(await ask(5000, "/health"), { answered: true, status: 200, body: "/health" });
      assert.deepEqual(await ask(5000, "/away"), { answered: true, status: 302, body: "/away" });
      const refused = await ask(5001, "/");
      assert.ok(!refused.answered && /nothing listens/.test(refused.detail), JSON.stringify(refused));
    });
  });

  it("answers neither way where its app listens on its own loopback only", async () => {
    await running(app("127.0.0.1"), async (container, graded) => {
      await until("the app", async () => (await container.logs(1)).length > 0);
      const { context } = graded;
      assert.equal((await container.get("/")).answered, false);
      const target = { containerId: await idOf(graded), port: 5000 };
      assert.equal((await probeReach(context).get(target, "/", context.signal)).answered, false);
      assert.equal((await container.state()).running, true);
    });
  });

  it("that crashes shows its exit code and its last words", async () => {
    const Dockerfile =
      'FROM python:3.11-slim\nCMD ["python", "-c", "print(\'starting\'); raise SystemExit(\'no module\')"]\n';
    await running(Dockerfile, async (container) => {
      const state = await ended(container);
      assert.equal(state.exitCode, 1);
      assert.deepEqual([...(await container.logs(5))].sort(), ["no module", "starting"]);
      assert.deepEqual(await container.get("/"), { answered: false, detail: "the container is not running" });
      assert.equal(await container.effectiveUid(), undefined);
    });
  });

  it("that takes too much memory is stopped, and says so", async () => {
    await running('FROM python:3.11-slim\nCMD ["python", "-c", "x = bytes([1]) * 10**10"]\n', async (container) => {
      const state = await ended(container);
      assert.equal(state.outOfMemory, true, JSON.stringify(state));
    });
  });

  it("that sleeps was not kept from running; one that is crowded out was, until it had its time", async () => {
    await running('FROM python:3.11-slim\nCMD ["sleep", "60"]\n', async (container) => {
      await until("its processes", async () => (await container.keptWaiting()) === false);
    });
    // Eight that want the one processor which they may use together wait most of the time.
    const crowd =
      'FROM python:3.11-slim\nCMD ["sh", "-c", "for i in 1 2 3 4 5 6 7 8; do while :; do :; done & done; wait"]\n';
    await running(crowd, async (container) => {
      await until("the wait", async () => (await container.keptWaiting()) === true);
      await until("enough of the processor", async () => (await container.keptWaiting()) === false);
    });
  });

  it("that starts process after process is seen to be out of them", async () => {
    const forks = 'FROM python:3.11-slim\nCMD ["sh", "-c", "for i in $(seq 200); do sleep 60 & done; wait"]\n';
    await running(forks, async (container) => {
      await until("the limit", () => container.outOfProcesses());
    });
    await running(app("0.0.0.0"), async (container) => {
      await answers(container);
      assert.equal(await container.outOfProcesses(), false);
    });
  });

  for (const [what, line, words] of [
    ["command", 'CMD ["no-such-command"]', /no-such-command.*not found/],
    ["user", 'USER nobody-knows\nCMD ["true"]', /unable to find user nobody-knows/],
  ] as const) {
    it(`whose ${what} is not in the image never starts, and its log says why`, async () => {
      await running(`FROM python:3.11-slim\n${line}\n`, async (container) => {
        assert.equal((await container.state()).running, false);
        assert.match((await container.logs(5)).join("\n"), words);
      });
    });
  }

  describe("with a health check", () => {
    const healthOf = async (test: readonly string[], engine: ContainerEngine) => {
      const imageId = await build(engine);
      const healthcheck = { test, intervalMs: 1000, startPeriodMs: 0, timeoutMs: 5000, retries: 2 };
      const container = await engine.run({ imageId, port: 5000, healthcheck });
      return until("a verdict", async () => {
        const state = await container.state();
        return state.health !== "starting" && state;
      });
    };
    const Dockerfile = app("0.0.0.0");

    it("reports that it is healthy", async () => {
      await withFolder({ Dockerfile }, async ({ engine }) => {
        const state = await healthOf(["CMD", "python", "-c", "print('fine')"], engine);
        assert.equal(state.health, "healthy");
        assert.deepEqual(state.probes[0], { exitCode: 0, output: "fine" });
      });
    });

    it("reports what the probe said where it is not", async () => {
      await withFolder({ Dockerfile }, async ({ engine }) => {
        const state = await healthOf(["CMD-SHELL", "no-such-curl http://localhost || exit 1"], engine);
        assert.equal(state.health, "unhealthy");
        assert.ok(state.failingStreak >= 2);
        assert.match(state.probes.at(-1)?.output ?? "", /no-such-curl: not found/);
      });
    });
  });

  describe("its user", () => {
    const users: readonly [name: string, lines: string, uid: number | undefined][] = [
      ["root, where none is set", "", 0],
      ["a name", "RUN useradd -u 1234 app\nUSER app", 1234],
      ["a number", "USER 4321:4321", 4321],
      ["another name for root", "RUN useradd -o -u 0 boss\nUSER boss", 0],
      ["a name that is not there", "USER ghost", undefined],
    ];
    for (const [name, lines, uid] of users) {
      it(`is read from the image: ${name}`, async () => {
        await withFolder({ Dockerfile: `FROM python:3.11-slim\n${lines}\n` }, async ({ engine }) => {
          assert.equal(await engine.configuredUid(await build(engine)), uid);
        });
      });
    }

    const dropped = 'ENTRYPOINT ["setpriv", "--reuid=1234", "--clear-groups", "sleep", "60"]';
    const liar =
      "RUN printf '#!/bin/sh\\necho Uid: 1000 1000 1000 1000\\n' > /bin/fake && chmod +x /bin/fake && ln -sf /bin/fake /bin/cat";
    const processes: readonly [name: string, lines: string, uid: number][] = [
      ["an entrypoint that drops root", dropped, 1234],
      ["an image whose cat does not tell the truth", `${liar}\nCMD ["sleep", "60"]`, 0],
    ];
    for (const [name, lines, uid] of processes) {
      it(`is that of the running process: ${name}`, async () => {
        await running(`FROM python:3.11-slim\n${lines}\n`, async (container) => {
          await until("the process", async () => (await container.effectiveUid()) === uid);
        });
      });
    }

    it("is read inside where the engine maps users", async () => {
      await running(`FROM python:3.11-slim\n${dropped}\n`, async (_, graded) => {
        const { docker, signal, traits } = graded.context;
        const id = await idOf(graded);
        const mapped = { docker, traits: { ...traits, mapsUids: true } };
        await until("the process", async () => (await effectiveUid(mapped, id, signal)) === 1234);
      });
    });
  });
});
