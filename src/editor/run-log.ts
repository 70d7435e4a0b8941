import { type Disposable, EventEmitter, type LogOutputChannel, window } from "vscode";
import type { CheckResult } from "../core/report";
import type { LogSource } from "../docker/engine-context";
import type { ReportStore } from "./store/report-store";

/** The most lines of one source that are kept for its own document; the output channel has its own limit. */
const MOST_LINES = 20_000;

/** What runs print: everything in the output channel “Dockerize Coach”, and by source for the log of one check. */
export class RunLog implements Disposable {
  private readonly channel: LogOutputChannel = window.createOutputChannel("Dockerize Coach", { log: true });
  private readonly lines = new Map<string, string[]>();
  private readonly changed = new EventEmitter<{ readonly folder: string; readonly source: LogSource }>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly store: ReportStore) {}

  /** A run begins; what the last one of this folder printed is let go. */
  begin(folder: string): void {
    for (const source of LOG_SOURCES) {
      if (this.lines.delete(key(folder, source))) this.changed.fire({ folder, source });
    }
    this.note(folder, `Run Challenge Checks in ${folder}`);
  }

  note(folder: string, text: string): void {
    this.channel.info(`[${this.store.get(folder)?.name ?? folder}] ${text}`);
  }

  fault(error: unknown): void {
    this.channel.error(error instanceof Error ? error : String(error));
  }

  line(folder: string, source: LogSource, text: string): void {
    const kept = this.lines.get(key(folder, source)) ?? [];
    this.lines.set(key(folder, source), kept);
    kept.push(text);
    if (kept.length > MOST_LINES) kept.shift();
    this.note(folder, `${source.padEnd(9)} | ${text}`);
    this.changed.fire({ folder, source });
  }

  result(folder: string, result: CheckResult): void {
    const found = result.observed ? `: ${result.observed}` : "";
    this.note(folder, `${result.title}: ${result.status}, ${result.earned}/${result.points}${found}`);
  }

  /** What a source has printed in the folder's last run. */
  textOf(folder: string, source: LogSource): string {
    return (this.lines.get(key(folder, source)) ?? []).join("\n");
  }

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
    this.changed.dispose();
  }
}

const LOG_SOURCES: readonly LogSource[] = ["engine", "build", "container", "compose"];

function key(folder: string, source: LogSource): string {
  return `${source}:${folder}`;
}
