import { randomFrom } from "../support/seeded-random";

const RUNS = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/**
 * Other bytes in place of some, as many as before. Digits become digits and letters letters, the nastiest way: what comes out
 * often still parses, and says something else.
 */
export function garbled(bytes: Buffer, seed: number): Buffer {
  const random = randomFrom(seed);
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at++) {
    // The first byte always, so that a fault is never without effect; then every sixth or so of the next hundred.
    if (at > 0 && (at > 100 || random() > 0.15)) continue;
    copy[at] = otherByte(copy[at] ?? 0, random);
  }
  return copy;
}

function otherByte(byte: number, random: () => number): number {
  const run = RUNS.find((characters) => characters.includes(String.fromCharCode(byte)));
  if (run === undefined) return byte ^ (1 + Math.floor(random() * 255));
  const shift = 1 + Math.floor(random() * (run.length - 1));
  return run.charCodeAt((run.indexOf(String.fromCharCode(byte)) + shift) % run.length);
}
