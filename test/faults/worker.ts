import "./short-limits";
import type { Fault } from "./fault-kind";
import { runWithFaults, type FaultyRun } from "./faulty-run";

/** A process that does one faulty run after the other, as its parent asks; see campaign. */
export interface Order {
  readonly fixture: string;
  readonly faults: readonly Fault[];
  /** path of the engine's own socket */
  readonly engine: string;
}

export type Answer = { readonly run: FaultyRun } | { readonly crash: string };

process.on("message", ({ fixture, faults, engine }: Order) => {
  runWithFaults(fixture, faults, engine).then(
    (run) => answer({ run }),
    (error: unknown) => answer({ crash: error instanceof Error ? `${error.stack}` : String(error) }),
  );
});
process.once("disconnect", () => process.exit());

function answer(message: Answer): void {
  process.send?.(message);
}
