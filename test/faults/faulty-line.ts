import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import type { Fault } from "./fault-kind";
import { garbled } from "./garble";

/** Milliseconds that an answer stalls for: long enough to be felt, far under every limit. */
const STALL_MS = 3_000;

export interface LineEvents {
  /** bytes that came through, counted before the fault */
  onBytes(count: number): void;
  onFired(fault: Fault): void;
  /** every connection is to close */
  onVanish(fault: Fault): void;
}

/** One client's connection. What is written to it reaches the client, until an armed fault strikes. */
export class FaultyLine extends Duplex {
  private silent = false;
  private armed: { readonly fault: Fault; left: number } | undefined;

  constructor(
    readonly client: Socket,
    private readonly events: LineEvents,
  ) {
    super({ allowHalfOpen: true });
    client.on("data", (chunk) => this.push(chunk) || client.pause());
    client.once("end", () => (this.silent ? this.destroy() : this.push(null)));
    client.once("close", () => this.destroy());
    client.on("error", () => this.destroy());
  }

  /** From now on the bytes are counted, and the fault strikes when its place is reached; undefined disarms. */
  arm(fault: Fault | undefined): void {
    this.armed = fault && { fault, left: fault.at };
  }

  override _read(): void {
    this.client.resume();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.events.onBytes(chunk.length);
    const armed = this.armed;
    if (!armed || chunk.length <= armed.left) {
      if (armed) armed.left -= chunk.length;
      this.client.write(chunk, done);
      return;
    }
    this.armed = undefined;
    if (armed.left > 0) this.client.write(chunk.subarray(0, armed.left));
    this.events.onFired(armed.fault);
    this.strike(armed.fault, chunk.subarray(armed.left), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.client.end(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.client.destroy();
    done(error);
  }

  private strike(fault: Fault, rest: Buffer, done: (error?: Error | null) => void): void {
    switch (fault.kind) {
      case "garble":
        return void this.client.write(garbled(rest, fault.seed), done);
      case "stall":
        return void setTimeout(() => (this.destroyed ? done() : this.client.write(rest, done)), STALL_MS).unref();
      case "silence":
        this.silent = true;
        return; // `done` is never called, so nothing follows.
      case "reset":
        return void this.client.resetAndDestroy();
      case "gone":
      case "restart":
        return this.events.onVanish(fault);
      case "cut":
      case "drop":
      case "refuse":
        return void this.client.destroySoon();
    }
  }
}
