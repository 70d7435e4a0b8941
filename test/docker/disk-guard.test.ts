import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import Dockerode from "dockerode";
import { EngineFault } from "../../src/core/container-engine";
import { openDiskGuard } from "../../src/docker/enclosure/disk-guard";
import { limitReached } from "../../src/docker/enclosure/build-limits";
import { CONTAINMENT_LIMITS } from "../../src/docker/enclosure/containment";
import { type ContainerHandle, runningContainer } from "../../src/docker/container/running-container";
import { until } from "./graded-folder";

const MB = 2 ** 20;

/** Watches a folder whose disk has lost all that it may from the start, as far as the guard can see. */
async function guarded(own: number | undefined, limits = { diskBytes: -1, reserveBytes: 0 }) {
  let asked = 0;
  let ended = 0;
  const guard = await openDiskGuard({
    dataRoot: tmpdir(),
    limits,
    written: () => Promise.resolve((asked++, own)),
    stop: () => Promise.resolve(void ended++),
  });
  return { guard, asked: () => asked, ended: () => ended };
}

describe("the guard of the engine's disk", () => {
  it("stops a run that has written more than it may, and blames it", async () => {
    const { guard, ended } = await guarded(10 * MB);
    const stopped = await until("the stop", () => Promise.resolve(guard.stopped()));
    assert.equal(stopped.by, "budget");
    assert.match(stopped.fault.text.observed, /all that a submission may/);
    assert.ok(guard.signal.aborted);
    assert.equal(ended(), 1);
  });

  it("takes a question that its stop has cut off for no answer, and for no fault of the engine", async () => {
    const { guard } = await guarded(10 * MB);
    await until("the stop", () => Promise.resolve(guard.stopped()));
    const probeIsGone = () => Promise.reject(new EngineFault({ observed: "is not running", why: "", next: "" }));
    const handle = {
      docker: new Dockerode(),
      reach: { get: probeIsGone },
      enclosure: { guard },
      id: "app",
      port: 5000,
    };
    const answer = await runningContainer(handle as unknown as ContainerHandle).get("/health");
    assert.ok(!answer.answered && answer.detail.includes("wrote more than"), JSON.stringify(answer));
  });

  it("lets a run go on where it is others who write", async () => {
    const { guard, asked } = await guarded(-1);
    await until("the question", () => Promise.resolve(asked() > 0));
    assert.equal(guard.stopped(), undefined);
    guard.dispose();
  });

  it("stops a run whose writing is hidden by the room that others make", async () => {
    const { guard } = await guarded(2 ** 61, { diskBytes: 2 ** 60, reserveBytes: 0 });
    const stopped = await until("the stop", () => Promise.resolve(guard.stopped()));
    assert.equal(stopped.by, "budget");
  });

  it("stops a run without blame where its share cannot be told", async () => {
    const { guard } = await guarded(undefined);
    const stopped = await until("the stop", () => Promise.resolve(guard.stopped()));
    assert.equal(stopped.by, "machine");
  });

  it("keeps room on the disk, whoever fills it", async () => {
    const { guard } = await guarded(0, { diskBytes: 2 ** 60, reserveBytes: 2 ** 60 });
    const stopped = await until("the stop", () => Promise.resolve(guard.stopped()));
    assert.equal(stopped.by, "machine");
    assert.match(stopped.fault.text.observed, /nearly full/);
  });
});

describe("a limit that a build has come up to", () => {
  const said = (message: string, reached = { memory: false, processes: false }) =>
    limitReached({ message, output: [] }, CONTAINMENT_LIMITS, reached);

  it("is told from a mistake of the same look", () => {
    const killed = "process did not complete successfully: exit code: 137";
    assert.match(said(killed, { memory: true, processes: false }) ?? "", /2048 MB of memory/);
    assert.equal(said(killed), undefined);
    assert.equal(said("exit code: 1", { memory: true, processes: true }), undefined);
    assert.match(said("exit code: 153") ?? "", /a file of more than the 2048 MB/);
  });
});
