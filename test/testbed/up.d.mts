/** An engine that programs reach with `env`; `down` ends what bringing it up began. */
export interface FoundEngine {
  readonly env: NodeJS.ProcessEnv;
  readonly own: boolean;
  readonly version: string;
  down(): Promise<void>;
}

export function ensureEngine(): Promise<FoundEngine>;
export function ensureOwnEngine(kind: string): Promise<FoundEngine>;
export const OTHER_KINDS: readonly string[];
export function ensureVsCode(): Promise<{ readonly executable: string }>;
export function takeDown(): Promise<void>;
export function takeDownLater<T extends { down(): unknown }>(thing: T): T;
export function takeDownOnSignals(): void;
