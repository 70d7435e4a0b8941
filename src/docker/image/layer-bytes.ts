import type { Readable } from "node:stream";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import tar from "tar-stream";

/** What `docker save` says of an image: each layer's bytes in the order of the history, from the base up. */
export interface SavedImage {
  readonly layers: readonly number[];
  readonly history: readonly HistoryEntry[];
}

export interface HistoryEntry {
  readonly created_by?: string;
  readonly empty_layer?: boolean;
}

/** The layers' compression is not one that this Node can undo. */
export class UnreadableLayer extends Error {}

/** JSON of an image is small; anything larger is a layer. */
const MOST_JSON = 8 * 1024 * 1024;

/**
 * Counts the bytes of the regular files in each layer of a saved image, as it streams by: nothing is written anywhere. Knows
 * the OCI layout (`blobs/sha256/…`) and the older one (`<id>/layer.tar`), layers plain or with gzip.
 * https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 */
export async function readSavedImage(archive: Readable): Promise<SavedImage> {
  const layers = new Map<string, number>();
  const texts = new Map<string, string>();
  const links = new Map<string, string>();
  const extract = tar.extract();
  const reading = pipeline(archive, extract);
  reading.catch(() => undefined);
  for await (const entry of extract) {
    const { name, type, linkname } = entry.header;
    // An image with the same layer twice holds it once, and a link in the other place.
    if ((type === "symlink" || type === "link") && linkname) links.set(name, linkname.replace(/^(\.\.\/)+/, ""));
    const content = type === "file" ? await readEntry(entry as unknown as Readable) : { kind: "none" as const };
    if (content.kind === "layer") layers.set(name, content.bytes);
    else if (content.kind === "text") texts.set(name, content.text);
    entry.resume();
  }
  await reading;
  return assemble(layers, texts, links);
}

type Content = { kind: "layer"; bytes: number } | { kind: "text"; text: string } | { kind: "none" };

async function readEntry(entry: Readable): Promise<Content> {
  const head = await headOf(entry);
  const decompress = decompressorFor(head.start);
  if (decompress === undefined && !isTar(head.start)) {
    let text = Buffer.alloc(0);
    for await (const chunk of head.all as AsyncIterable<Buffer>) {
      if (text.length < MOST_JSON) text = Buffer.concat([text, chunk]);
    }
    return text.length === 0 ? { kind: "none" } : { kind: "text", text: text.toString("utf8") };
  }
  const inner = tar.extract();
  const stages = decompress ? [head.all, decompress, inner] : [head.all, inner];
  const reading = pipeline(stages as [Readable, NodeJS.ReadWriteStream, NodeJS.WritableStream]);
  reading.catch(() => undefined);
  let bytes = 0;
  for await (const file of inner) {
    if (file.header.type === "file" || file.header.type === "contiguous-file") bytes += file.header.size ?? 0;
    file.resume();
  }
  await reading;
  return { kind: "layer", bytes };
}

/** The first 512 bytes of a stream, and the whole of it still to be read. */
async function headOf(stream: Readable): Promise<{ readonly start: Buffer; readonly all: Readable }> {
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let ended = false;
  while (start.length < 512 && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else start = Buffer.concat([start, next.value]);
  }
  const first = start;
  async function* rest(): AsyncGenerator<Buffer> {
    yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  const all = new PassThrough();
  pipeline(rest(), all).catch(() => undefined);
  return { start, all };
}

function isTar(start: Buffer): boolean {
  return start.subarray(257, 262).toString("latin1") === "ustar";
}

function decompressorFor(start: Buffer): NodeJS.ReadWriteStream | undefined {
  if (start.readUInt16BE(0) === 0x1f8b) return zlib.createGunzip();
  if (start.length < 4 || start.readUInt32LE(0) !== 0xfd2fb528) return undefined;
  // Zstandard came with Node 22.15, which the editor has and Node 20 has not.
  const create = (zlib as { createZstdDecompress?: () => NodeJS.ReadWriteStream }).createZstdDecompress;
  if (!create) throw new UnreadableLayer("a layer is compressed with zstd");
  return create();
}

function assemble(
  layers: ReadonlyMap<string, number>,
  texts: ReadonlyMap<string, string>,
  links: ReadonlyMap<string, string>,
): SavedImage {
  const manifests = JSON.parse(texts.get("manifest.json") ?? "[]") as readonly { Config: string; Layers: string[] }[];
  const manifest = manifests[0];
  const config = texts.get(manifest?.Config ?? "");
  if (!manifest || config === undefined) throw new Error("the saved image has no manifest");
  const bytesOf = (name: string) => {
    const bytes = layers.get(name) ?? layers.get(links.get(name) ?? "");
    if (bytes === undefined) throw new Error("the saved image lacks one of its layers");
    return bytes;
  };
  const { history = [] } = JSON.parse(config) as { history?: readonly HistoryEntry[] };
  return { layers: manifest.Layers.map(bytesOf), history };
}
