/**
 * The text of what the engine sends for a container's output: frames of both streams with a header of eight bytes each,
 * or, for a container with a terminal, plain bytes. https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerAttach
 */
export function demultiplex(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 8 <= buffer.length) {
    if (buffer.readUInt8(at) > 2 || buffer.readUIntBE(at + 1, 3) !== 0) return buffer.toString("utf8");
    const end = at + 8 + buffer.readUInt32BE(at + 4);
    parts.push(buffer.subarray(at + 8, end));
    at = end;
  }
  return at === 0 ? buffer.toString("utf8") : Buffer.concat(parts).toString("utf8");
}
