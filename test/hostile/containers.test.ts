import assert from "node:assert/strict";
import { SESSION_LABEL } from "../../src/docker/session/labels";
import { rewritten } from "../docker/compose-stage";
import { build, type Graded, until, withFolder } from "../docker/graded-folder";
import { INSIDE_VIEW, listenEverywhere, lookInside } from "./inside-view";
import { withApp } from "./hostile-stage";

const untrusted = { containment: { buildNetwork: "open" } } as const;
/** A name server, the address at which clouds hand out their machines' secrets, in both versions of the protocol, and by a name. */
const OUTSIDE = ["1.1.1.1:53", "169.254.169.254:80", "2606:4700:4700::1111:53", "python.org:443"];
const NO_POWERS = "0000000000000000";
/** CHOWN, DAC_OVERRIDE, SETGID, SETUID */
const TO_LEAVE_ROOT = "00000000000000c3";

async function containersOf({ context }: Graded) {
  const filters = { label: [`${SESSION_LABEL}=${context.session.id}`] };
  const list = await context.docker.listContainers({ all: true, filters });
  return Promise.all(list.map(({ Id }) => context.docker.getContainer(Id).inspect()));
}

describe("A container of work that nobody has read", function () {
  this.timeout(120_000);

  it("has no powers, cannot get new ones, and has limits", async () => {
    await withFolder(
      withApp(INSIDE_VIEW),
      async (graded) => {
        const container = await graded.engine.run({ imageId: await build(graded.engine), port: 5000 });
        const { status, devices } = await lookInside(container);
        const seen = ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp"].map(
          (key) => status[key],
        );
        assert.deepEqual(seen, [...Array<string>(5).fill(NO_POWERS), "1", "2"]);
        assert.deepEqual(
          devices.filter((name) => /^(sd|vd|nvme|kvm|mem|kmsg|fuse|loop)/.test(name)),
          [],
        );
        for (const { HostConfig, NetworkSettings, Mounts } of await containersOf(graded)) {
          assert.ok(HostConfig.Memory && HostConfig.PidsLimit && HostConfig.LogConfig);
          assert.equal(HostConfig.MemorySwap, HostConfig.Memory);
          assert.deepEqual(Mounts, []);
          assert.deepEqual(Object.values(NetworkSettings.Ports).flat().filter(Boolean), [], "no port is published");
        }
      },
      untrusted,
    );
  });

  it("that starts as root has what it takes to leave root, and no more", async () => {
    await withFolder(
      withApp(INSIDE_VIEW, "root"),
      async ({ engine }) => {
        const { status } = await lookInside(await engine.run({ imageId: await build(engine), port: 5000 }));
        assert.deepEqual([status.CapEff, status.CapBnd, status.NoNewPrivs], [TO_LEAVE_ROOT, TO_LEAVE_ROOT, "1"]);
      },
      untrusted,
    );
  });

  it("reaches nothing: not this machine, not its neighbours, not the world, not the address of a cloud's secrets", async () => {
    await using teacher = await listenEverywhere();
    await withFolder(
      withApp(INSIDE_VIEW),
      async ({ engine }) => {
        const imageId = await build(engine);
        const container = await engine.run({ imageId, port: 5000 });
        await lookInside(container);
        // The run's own bridge is there only now.
        await using late = await listenEverywhere();
        const places = [...teacher.places, ...late.places, ...OUTSIDE];
        for (const place of places) {
          const { places: tried } = await lookInside(container, [place]);
          assert.notEqual(tried[place], "reached", place);
        }
        assert.deepEqual([...teacher.callers, ...late.callers], []);
      },
      untrusted,
    );
  });

  it("of a Compose project has as few powers, and reaches its neighbours only", async () => {
    await using teacher = await listenEverywhere();
    const compose = `
services:
  api:
    build: .
    command: ["python", "/app/app.py"]
    user: "10001"
    volumes: ["./app:/app:ro"]
    networks: [front, back]
    depends_on: [redis]
  redis:
    image: redis:7-alpine
    networks: [back]
networks: {front: {}, back: {}}
`;
    await withFolder(
      { "compose.yaml": compose, "app/app.py": INSIDE_VIEW },
      async (graded) => {
        const { request } = await rewritten(graded.engine);
        const run = await graded.engine.startCompose(request);
        assert.ok(run.up, run.output.join("\n"));
        const api = await run.service("api");
        assert.ok(api);
        const { status } = await lookInside(api);
        assert.deepEqual([status.CapEff, status.CapBnd, status.NoNewPrivs], [NO_POWERS, NO_POWERS, "1"]);
        await until(
          "an answer of redis",
          async () => (await lookInside(api, ["redis:6379"])).places["redis:6379"] === "reached",
        );
        for (const place of [...teacher.places, ...OUTSIDE])
          assert.notEqual((await lookInside(api, [place])).places[place], "reached", place);
        assert.deepEqual(teacher.callers, []);
        const redis = (await containersOf(graded)).find(({ Config }) => Config.Image === "redis:7-alpine");
        const added = redis?.HostConfig.CapAdd as readonly string[] | undefined;
        const powers = added?.map((name) => name.replace("CAP_", "")).sort();
        assert.deepEqual(powers, ["CHOWN", "DAC_OVERRIDE", "SETGID", "SETUID"]);
        assert.deepEqual(redis?.HostConfig.CapDrop, ["ALL"]);
      },
      untrusted,
    );
  });

  it("would reach this machine in a trusted run, so that the tests above can fail", async () => {
    await using teacher = await listenEverywhere();
    await withFolder(withApp(INSIDE_VIEW), async ({ engine }) => {
      const container = await engine.run({ imageId: await build(engine), port: 5000 });
      const { places } = await lookInside(
        container,
        teacher.places.filter((place) => !place.includes("%")),
      );
      assert.ok(Object.values(places).includes("reached"), JSON.stringify(places));
    });
  });
});
