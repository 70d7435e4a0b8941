/** Keeps the last bytes of a stream, so that endless output takes no memory. */
export interface TailBuffer {
  push(chunk: Uint8Array): void;
  text(): string;
}

export function tailBuffer(mostBytes: number): TailBuffer {
  let chunks: Uint8Array[] = [];
  let size = 0;
  const joined = () => Buffer.concat(chunks).subarray(-mostBytes);
  return {
    push(chunk) {
      chunks.push(chunk);
      size += chunk.length;
      // Twice the limit before it is cut, so that the copying stays linear.
      if (size <= 2 * mostBytes) return;
      const rest = Buffer.from(joined());
      chunks = [rest];
      size = rest.length;
    },
    text: () => joined().toString("utf8"),
  };
}
