import type { CheckId } from "../core/checks/check-id";
import type { BuildStep } from "../core/container-engine";
import { courseCheck } from "../core/course";
import type { GradingEvent } from "../core/grade";
import type { EngineObserver } from "../docker/engine-context";
import { oneLine, toAscii } from "./plain";
import { SPINNER } from "./reporters/symbols";
import { statusLine } from "./status-line";
import type { Terminal } from "./terminal";

export interface LiveProgress {
  readonly onEvent: (event: GradingEvent) => void;
  readonly observer: EngineObserver;
  /** Takes the line away and gives the cursor back; safe to call twice. */
  stop(): void;
}

const REDRAW_MS = 100;

/** One line, drawn over and over, with what is being checked right now. Silent where nobody watches. */
export function createLiveProgress(to: Terminal, total: number): LiveProgress {
  const running = new Set<CheckId>();
  const steps = new Map<string, BuildStep>();
  let finished = 0;
  const line = statusLine(to, (frame) => {
    const frames = to.unicode ? SPINNER.unicode : SPINNER.ascii;
    const titles = [...running].map((id) => courseCheck(id).title);
    const text = `${finished}/${total}  ${describeStep(steps) ?? (titles.join(" · ") || betweenChecks(finished))}`;
    const cut = oneLine(`${frames[frame % frames.length] ?? ""} ${text}`, to.width() - 1);
    return to.unicode ? cut : toAscii(cut);
  });
  line.draw();
  const timer = to.live ? setInterval(line.draw, REDRAW_MS) : undefined;
  return {
    onEvent(event) {
      if (event.kind === "check-started") running.add(event.id);
      else if (running.delete(event.result.id)) finished += 1;
    },
    observer: { onStep: (step) => void steps.set(step.id, step), onLog: () => undefined },
    stop() {
      clearInterval(timer);
      line.clear();
    },
  };
}

/** Before the first check and after the last one. */
function betweenChecks(finished: number): string {
  return finished === 0 ? "Looking for the engine …" : "Removing what the run has made …";
}

/** The latest build step that is still running: what a person waits for. */
function describeStep(steps: ReadonlyMap<string, BuildStep>): string | undefined {
  const step = [...steps.values()].findLast(({ state }) => state === "running");
  if (!step) return undefined;
  const { progress } = step;
  const share = progress && progress.total > 0 ? ` ${Math.floor((100 * progress.current) / progress.total)} %` : "";
  return `Building: ${step.name}${share}`;
}
