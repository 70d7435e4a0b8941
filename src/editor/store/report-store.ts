import { type Disposable, EventEmitter } from "vscode";
import type { EngineStatus } from "../../core/report";
import { type FolderState, inOrder, newFolderState } from "./folder-state";

/**
 * What is known of every challenge folder of the window, by the folder's path. The one place that holds state: tasks
 * write here, views read here and redraw when told.
 */
export class ReportStore implements Disposable {
  private readonly states = new Map<string, FolderState>();
  private latestEngine: EngineStatus | undefined;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** the engine as the latest run of any folder found it */
  get engine(): EngineStatus | undefined {
    return this.latestEngine;
  }

  get folders(): readonly string[] {
    return inOrder(this.states);
  }

  get(folder: string): FolderState | undefined {
    return this.states.get(folder);
  }

  /** Begins to hold a folder; keeps what is known of it already. */
  add(folder: string, name: string, position: number): void {
    if (this.states.has(folder)) return this.update(folder, (state) => moved(state, position));
    this.states.set(folder, newFolderState(name, position));
    this.changed.fire();
  }

  remove(folder: string): void {
    if (this.states.delete(folder)) this.changed.fire();
  }

  /** Replaces a folder's state by what `change` makes of it; a folder that has gone is left alone. */
  update(folder: string, change: (state: FolderState) => FolderState): void {
    const state = this.states.get(folder);
    if (!state) return;
    const next = change(state);
    if (next === state) return;
    this.states.set(folder, next);
    this.changed.fire();
  }

  noteEngine(engine: EngineStatus): void {
    const changed = engine.status !== this.latestEngine?.status || detailOf(engine) !== detailOf(this.latestEngine);
    this.latestEngine = engine;
    if (changed) this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function moved(state: FolderState, position: number): FolderState {
  return state.position === position ? state : { ...state, position };
}

function detailOf(engine: EngineStatus | undefined): string | undefined {
  return engine?.status === "unreachable" ? `${engine.reason} ${engine.detail}` : undefined;
}
