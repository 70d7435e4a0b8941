import assert from "node:assert/strict";
import { build, withFolder } from "./graded-folder";

const MB = 1_000_000;
const Dockerfile = `FROM python:3.11-slim AS builder
RUN head -c ${30 * MB} /dev/zero > /not-copied
FROM python:3.11-slim
ENV A=b
RUN head -c ${20 * MB} /dev/urandom > /fat
RUN rm /fat && ln -s /nowhere /link
COPY --from=builder /etc/hostname /small
`;

describe("an image's size", () => {
  it("counts every layer's files, also those that a later one deletes, the same way by both methods", async () => {
    await withFolder({ Dockerfile }, async ({ engine, context }) => {
      const imageId = await build(engine);
      const far = await engine.measureImage(imageId, 10_000 * MB);
      const near = await engine.measureImage(imageId, far.totalBytes);
      assert.equal(far.method, context.info.store === "graph-driver" ? "engine" : "layers");
      assert.equal(near.method, "layers");
      assert.ok(
        Math.abs(far.totalBytes - near.totalBytes) < 0.01 * near.totalBytes,
        `${far.totalBytes} and ${near.totalBytes}`,
      );

      for (const measure of [far, near]) {
        const [first] = measure.ownLayers;
        assert.ok(first);
        assert.match(first.createdBy, /^RUN head -c 20000000/);
        assert.ok(first.bytes >= 20 * MB && first.bytes < 20.1 * MB, String(first.bytes));
        const own = measure.ownLayers.reduce((sum, { bytes }) => sum + bytes, 0);
        assert.equal(measure.baseBytes, measure.totalBytes - own);
      }
    });
  });

  it("has the base's share as the base itself measures", async () => {
    await withFolder({ Dockerfile: "FROM python:3.11-slim\nRUN true\n" }, async ({ engine }) => {
      const { totalBytes, baseBytes, ownLayers } = await engine.measureImage(await build(engine), 10_000 * MB);
      assert.equal(baseBytes, totalBytes);
      assert.deepEqual(ownLayers, []);
    });
  });

  it("is all the learner's own, where there is no base", async () => {
    await withFolder({ Dockerfile: "FROM scratch\nCOPY a b /\n", a: "123", b: "4567" }, async ({ engine }) => {
      const measure = await engine.measureImage(await build(engine), 7);
      assert.deepEqual(measure, {
        totalBytes: 7,
        baseBytes: 0,
        ownLayers: [{ createdBy: "COPY a b /", bytes: 7 }],
        method: "layers",
      });
    });
  });
});
