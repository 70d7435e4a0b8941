import type { Encoding, SourceFile } from "../submission";

/** How many bytes are looked at to tell UTF-16 without a mark, or a binary file, from text. */
const SAMPLE = 4096;

/**
 * Makes text of a file's bytes. A byte order mark is taken off; UTF-16 is decoded too, so that it can be shown, although
 * BuildKit would not read it (PowerShell 5 writes it with `>`). Bytes that are no UTF-8 become U+FFFD, as in an editor.
 * A file with other NUL bytes is `binary`, its text empty. Never throws.
 */
export function decodeText(path: string, bytes: Uint8Array): SourceFile {
  const encoding = encodingOf(bytes);
  if (encoding === "binary") return { path, encoding, text: "" };
  // The decoder takes the byte order mark off, and by default replaces what it cannot decode.
  return { path, encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (!bytes.includes(0)) return "utf-8";
  return nulPattern(bytes);
}

/** ASCII text in UTF-16 has its NULs at odd offsets (little endian) or at even ones (big endian), nearly everywhere. */
function nulPattern(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0] as [number, number];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2 === 0 ? 0 : 1] += 1;
  });
  const mostOfHalf = (sample.length / 2) * 0.7;
  if (bytes.length % 2 === 0 && nuls[0] === 0 && nuls[1] >= mostOfHalf) return "utf-16le";
  if (bytes.length % 2 === 0 && nuls[1] === 0 && nuls[0] >= mostOfHalf) return "utf-16be";
  return "binary";
}
