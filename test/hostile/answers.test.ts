import assert from "node:assert/strict";
import type { RunningContainer } from "../../src/core/running-container";
import { build, until, withFolder } from "../docker/graded-folder";
import { gradeHostile, healthyApp, withApp } from "./hostile-stage";

/** An app that answers by hand, each path in a way that would keep a careless client busy or lead it away. */
const APP = `
import socket, threading, time

HEAD = b"HTTP/1.1 200 OK\\r\\n"
def drip(to, part, pause=0.2):
    while True:
        to.sendall(part)
        time.sleep(pause)
def silence(to): time.sleep(600)
def slow_head(to): to.sendall(HEAD); drip(to, b"x")
def slow_body(to): to.sendall(HEAD + b"\\r\\n"); drip(to, b" ")
def slow_chunks(to): to.sendall(HEAD + b"Transfer-Encoding: chunked\\r\\n\\r\\n"); drip(to, b"1\\r\\n \\r\\n")
def go_on(to): drip(to, b"HTTP/1.1 100 Continue\\r\\n\\r\\n", 0)
def many_headers(to): to.sendall(HEAD); drip(to, b"X-A: b\\r\\n" * 1000, 0)
def long_header(to): to.sendall(HEAD + b"X-A: "); drip(to, b"b" * 65536, 0)
def gigabyte(to): to.sendall(HEAD + b"Content-Length: 1000000000\\r\\n\\r\\n"); drip(to, b"y" * 65536, 0)
def away(to): to.sendall(b"HTTP/1.1 302 Found\\r\\nLocation: http://169.254.169.254/\\r\\nContent-Length: 0\\r\\n\\r\\n")
def ready(to): to.sendall(HEAD + b"Content-Length: 2\\r\\n\\r\\nok")

def serve(to):
    try:
        path = to.recv(4096).split()[1].decode()
        globals()[path[1:]](to)
    except (OSError, KeyError, IndexError): pass
    finally: to.close()

server = socket.create_server(("", 5000))
while True: threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
`;

const untrusted = { containment: { buildNetwork: "open" } } as const;

describe("An answer of work that nobody has read", function () {
  this.timeout(120_000);

  it("keeps nobody waiting, fills no memory and leads nowhere", async () => {
    await withFolder(
      withApp(APP),
      async ({ engine }) => {
        const container = await engine.run({ imageId: await build(engine), port: 5000 });
        await until("an answer", async () => (await container.get("/ready")).answered);
        for (const way of ["silence", "slow_head", "slow_chunks", "slow_body", "go_on", "many_headers", "long_header"])
          await assertNoAnswer(container, way);
        const gigabyte = await container.get("/gigabyte");
        assert.ok(gigabyte.answered && gigabyte.body.length === 64 * 1024, JSON.stringify(gigabyte).slice(0, 200));
        assert.deepEqual(await container.get("/away"), { answered: true, status: 302, body: "" });
      },
      untrusted,
    );
  });

  it("that never ends fails the check within its time", async () => {
    const app = APP.replace("def ready(to):", "def health(to): drip(to, b' ')\ndef ready(to):");
    const started = performance.now();
    const { check } = await gradeHostile({ files: withApp(app), only: ["container-healthy"] });
    const { status, observed = "" } = check("container-healthy");
    assert.equal(status, "failed");
    assert.match(observed, /no complete answer within 3 s/);
    assert.ok(performance.now() - started < 90_000);
  });

  it("that redirects /health is no answer, wherever it leads", async () => {
    const app = APP.replace("def away(", "def health(");
    const { check } = await gradeHostile({ files: withApp(app), only: ["container-healthy"] });
    assert.equal(check("container-healthy").status, "failed");
    assert.match(check("container-healthy").observed ?? "", /answered 302/);
  });

  it("with terminal codes and markup is plain text in the report", async () => {
    const evil = "\\x1b[2J\\x1b]0;owned\\x07\\r\\u202e<script>alert(1)</script>";
    const app = `import sys, time\nsys.stdout.write("${evil}\\n" * 3)\nsys.stdout.flush()\nsys.exit(3)\n`;
    const { check, log } = await gradeHostile({ files: withApp(app), only: ["container-healthy"] });
    const { status, observed = "" } = check("container-healthy");
    assert.equal(status, "failed");
    assert.ok(observed.includes("<script>alert(1)</script>"), "shown as it is, and neutral in each format");
    for (const text of [observed, ...log])
      assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

async function assertNoAnswer(container: RunningContainer, way: string): Promise<void> {
  const started = performance.now();
  const answer = await container.get(`/${way}`);
  assert.equal(answer.answered, false, `${way}: ${JSON.stringify(answer).slice(0, 200)}`);
  assert.ok(performance.now() - started < 9_000, `${way} took ${performance.now() - started} ms`);
}

describe("A container of work that nobody has read, once it runs", function () {
  this.timeout(120_000);
  const only = ["container-healthy"] as const;

  it("that takes all memory ends, and the report says so", async () => {
    const app = "hog = []\nwhile True: hog.append(bytearray(10_000_000))\n";
    const { check } = await gradeHostile({ files: withApp(app), only });
    assert.equal(check("container-healthy").status, "failed");
    assert.match(check("container-healthy").observed ?? "", /ran out of the 512 MB of memory/);
  });

  it("that forks without end stays within its processes, and the machine answers", async () => {
    // With a fuse: where no limit holds it, the test fails and the machine goes on.
    const app =
      "import os, sys, time\nfor _ in range(9):\n    try: os.fork()\n    except OSError: sys.stdout.write('full\\n')\ntime.sleep(60)\n";
    const { check } = await gradeHostile({ files: withApp(app), only });
    assert.equal(check("container-healthy").status, "failed");
    assert.match(check("container-healthy").observed ?? "", /starts process after process/);
    assert.match(check("container-healthy").observed ?? "", /^full$/m);
  });

  it("that fills the disk is ended, and told why", async () => {
    const writes = `
def fill():
    os.makedirs("/tmp/fill")
    for number in range(10_000):
        with open(f"/tmp/fill/{number}", "wb") as file: file.write(os.urandom(10_000_000))
threading.Thread(target=fill, daemon=True).start()
`;
    const app = healthyApp(writes).replace('"healthy"', '"busy"');
    const { check } = await gradeHostile({ files: withApp(app), only, limits: { diskBytes: 200 * 2 ** 20 } });
    assert.equal(check("container-healthy").status, "failed", check("container-healthy").observed);
    assert.match(check("container-healthy").observed ?? "", /wrote more than 200 MB to the disk/);
  });

  it("that floods its log is graded like any other, and fills neither disk nor memory", async () => {
    const flood = `threading.Thread(target=lambda: [print("x" * 1000) for _ in iter(int, 1)], daemon=True).start()`;
    const before = process.memoryUsage.rss();
    const { check } = await gradeHostile({ files: withApp(healthyApp(flood)), only });
    assert.equal(check("container-healthy").status, "passed", check("container-healthy").observed);
    assert.ok(process.memoryUsage.rss() - before < 200 * 2 ** 20);
  });
});
