/**
 * What can go wrong on the way to an engine.
 * drop: the connection closes, and the engine was never asked. refuse: an error 500 in the engine's own form, likewise.
 * The others strike in the middle of the answer. cut: the connection closes. reset: it breaks off (RST). garble: some bytes
 * are others. stall: the rest comes seconds later. silence: it never comes. gone: every connection closes, and no new one is
 * taken. restart: the same, and a moment later all is as before.
 */
export const FAULT_KINDS = [
  ...(["drop", "refuse", "cut", "reset", "garble"] as const),
  ...(["stall", "silence", "gone", "restart"] as const),
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One fault, and where it strikes. */
export interface Fault {
  /** as call-name gives it, and which of the calls of that name: 1 is the first */
  readonly call: string;
  readonly occurrence: number;
  readonly kind: FaultKind;
  /** bytes of the answer, head included, that come through before it strikes */
  readonly at: number;
  /** chooses what garbled bytes become */
  readonly seed: number;
}

export function faultWords({ call, occurrence, kind, at }: Fault): string {
  return `${kind} at byte ${at} of ${call} #${occurrence}`;
}
