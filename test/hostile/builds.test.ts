import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import { withFolder } from "../docker/graded-folder";
import { tempFolder } from "../support/temp-folder";
import { CANARY, gradeHostile, withStep } from "./hostile-stage";

const MB = 2 ** 20;
const only = ["image-builds"] as const;

/** A fork bomb with a fuse: where no limit holds it, the test fails and the machine goes on. */
const FORK_BOMB = `RUN python -c 'exec("import os, time\\nfor _ in range(500):\\n  if os.fork() == 0: time.sleep(10); os._exit(0)")'`;

describe("A build of work that nobody has read", function () {
  this.timeout(120_000);

  /** Elsewhere than on a local engine with control groups of our own there is nothing to limit or to measure a build with. */
  let hasGroups = false;
  before(() =>
    withFolder({}, async ({ context }) => void (hasGroups = context.enclosure?.cgroups !== undefined), {
      containment: { buildNetwork: "open" },
    }),
  );

  it("that never ends is stopped, and not counted as a mistake", async () => {
    const { check } = await gradeHostile({ files: withStep("RUN sleep 86400"), only, limits: { buildMs: 6_000 } });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "errored");
    assert.match(observed, /may take 6 seconds/);
  });

  it("that takes more memory than it may is stopped at once, and told so", async function () {
    if (!hasGroups) this.skip();
    const hog = `RUN python -c "[bytearray(50_000_000) for _ in range(40)]"`;
    const { check } = await gradeHostile({ files: withStep(hog), only, limits: { buildBytes: 256 * MB } });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "failed");
    assert.match(observed, /more than the 256 MB of memory/);
  });

  it("that forks without end stays within its processes, and is told so", async function () {
    if (!hasGroups) this.skip();
    const { check } = await gradeHostile({ files: withStep(FORK_BOMB), only, limits: { buildProcesses: 64 } });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "failed");
    assert.match(observed, /more than the 64 processes/);
  });

  it("with a layer of one file of 10 GB is stopped long before, and told so", async () => {
    const layer = "RUN dd if=/dev/zero of=/giant bs=1M count=10240";
    const { check } = await gradeHostile({ files: withStep(layer), only, limits: { fileBytes: 200 * MB } });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "failed");
    assert.match(observed, /a file of more than the 200 MB/);
  });

  it("with a layer of many files of 10 GB together is stopped long before, and told so", async function () {
    if (!hasGroups) this.skip();
    const layer = "RUN for i in $(seq 1000); do dd if=/dev/zero of=/giant$i bs=1M count=10 2>/dev/null; done";
    const { check } = await gradeHostile({ files: withStep(layer), only, limits: { diskBytes: 300 * MB } });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "failed");
    assert.match(observed, /wrote more than 300 MB to the disk/);
  });

  it("with a giant in layers that are done already is stopped, and told so", async function () {
    if (!hasGroups) this.skip();
    // A name of its own: layers that the build cache has are not written again.
    const own = Date.now();
    const layers = [1, 2, 3, 4, 5].map((number) => `RUN head -c 100000000 /dev/urandom > /${own}-${number}`).join("\n");
    const slow = `${layers}\nRUN head -c 50000000 /dev/urandom > /last && sleep 20`;
    const { check } = await gradeHostile({ files: withStep(slow), only, limits: { diskBytes: 300 * MB } });
    assert.equal(check("image-builds").status, "failed");
  });

  it("on a disk that is nearly full is not begun, and not counted as a mistake", async () => {
    const { check } = await gradeHostile({ files: withStep("RUN sleep 60"), only, limits: { reserveBytes: 2 ** 60 } });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "errored");
    assert.match(observed, /disk of the Docker engine is nearly full/);
  });

  it("that prints without end takes no memory here", async () => {
    const flood = `RUN yes "$(head -c 3000 /dev/zero | tr '\\0' x)" | head -c 1000000000; false`;
    const before = process.memoryUsage.rss();
    const { check } = await gradeHostile({ files: withStep(flood), only });
    assert.equal(check("image-builds").status, "failed");
    assert.ok(process.memoryUsage.rss() - before < 200 * MB, `${process.memoryUsage.rss() - before} bytes more`);
  });

  it("reaches no network where the switch is off", async () => {
    const step = `RUN python -c "import socket; socket.create_connection(('1.1.1.1', 53), 5)"`;
    const { check } = await gradeHostile({ files: withStep(step), only, buildNetwork: "closed" });
    const { status, observed = "" } = check("image-builds");
    assert.equal(status, "failed");
    assert.match(observed, /Network is unreachable/);
  });

  it("is given nothing of the teacher's: no variable, no agent, no proxy with a password", async () => {
    const theirs = process.env.DOCKER_CONFIG ?? join(homedir(), ".docker");
    const proxies = { default: { httpProxy: `http://teacher:${CANARY}@proxy.example:3128` } };
    const plugins = [join(theirs, "cli-plugins")];
    using config = tempFolder({ "config.json": JSON.stringify({ proxies, cliPluginsExtraDirs: plugins }) });
    const step = "RUN env && ls -R /run && exit 3";
    const env = { DOCKER_CONFIG: config.path, SSH_AUTH_SOCK: "/tmp/agent", HTTP_PROXY: proxies.default.httpProxy };
    const { check, log } = await gradeHostile({ files: withStep(step), only, env });
    assert.equal(check("image-builds").status, "failed");
    assert.ok(
      log.some((line) => line.startsWith("PYTHON_VERSION=")),
      "the step has shown its environment",
    );
    assert.deepEqual(
      log.filter((line) => /proxy|SSH_|TEACHER|agent/i.test(line)),
      [],
    );
  });
});
