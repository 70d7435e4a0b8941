import type { Memento } from "vscode";
import type { ReportStore } from "../store/report-store";

const KEY = "containerAnsweredOnce";

/** Remembers, for this workspace, the folders whose container a run has found healthy at least once. */
export class PassedOnce {
  private readonly folders: Set<string>;

  constructor(private readonly memory: Memento) {
    this.folders = new Set(memory.get<readonly string[]>(KEY, []));
  }

  has(folder: string): boolean {
    return this.folders.has(folder);
  }

  /** Looks at the latest reports; true where a folder is new among those that passed. */
  note(store: ReportStore): boolean {
    const before = this.folders.size;
    for (const folder of store.folders) {
      const checks = store.get(folder)?.report?.checks ?? [];
      if (checks.some(({ id, status }) => id === "container-healthy" && status === "passed")) this.folders.add(folder);
    }
    if (this.folders.size > before) void this.memory.update(KEY, [...this.folders]);
    return this.folders.size > before;
  }
}
