import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import tar from "tar-stream";
import { readSavedImage } from "../../src/docker/image/layer-bytes";

type Entry = readonly [name: string, content: string | Buffer | { readonly link: string }];

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const pack = tar.pack();
  const packed = buffer(pack);
  for (const [name, content] of entries) {
    if (typeof content === "string" || Buffer.isBuffer(content)) pack.entry({ name }, content);
    else pack.entry({ name, type: "symlink", linkname: content.link });
  }
  pack.entry({ name: "a-folder/", type: "directory" });
  pack.finalize();
  return packed;
}

const config = JSON.stringify({
  history: [{ created_by: "base" }, { created_by: "ENV A=b", empty_layer: true }, { created_by: "COPY . ." }],
});
const manifest = (layers: readonly string[]) => JSON.stringify([{ Config: "config.json", Layers: layers }]);

async function read(entries: readonly Entry[]) {
  return readSavedImage(Readable.from([await tarOf(entries)]));
}

describe("the bytes of a saved image's layers", () => {
  const base = tarOf([
    ["bin/a", "12345"],
    ["bin/b", { link: "a" }],
    ["gone/.wh.c", ""],
  ]);
  const own = tarOf([["app.py", "123"]]);

  it("are counted file by file in the OCI layout, plain or with gzip", async () => {
    const saved = await read([
      ["blobs/sha256/1", await base],
      ["blobs/sha256/2", gzipSync(await own)],
      ["config.json", config],
      ["manifest.json", manifest(["blobs/sha256/1", "blobs/sha256/2"])],
    ]);
    assert.deepEqual(saved.layers, [5, 3]);
    assert.equal(saved.history.length, 3);
  });

  it("are counted in the older layout too, where a layer that comes twice is a link", async () => {
    const saved = await read([
      ["one/layer.tar", await base],
      ["two/layer.tar", { link: "../one/layer.tar" }],
      ["config.json", config],
      ["manifest.json", manifest(["one/layer.tar", "two/layer.tar"])],
    ]);
    assert.deepEqual(saved.layers, [5, 5]);
  });

  it("are not guessed where a layer is missing", async () => {
    await assert.rejects(
      read([
        ["config.json", config],
        ["manifest.json", manifest(["blobs/sha256/1"])],
      ]),
      /lacks one of its layers/,
    );
    await assert.rejects(read([]), /no manifest/);
  });
});
