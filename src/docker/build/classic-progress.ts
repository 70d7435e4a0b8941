import type { BuildStep } from "../../core/container-engine";
import { keepLine, type TraceDecoder, type TraceListener } from "./build-trace";
import { NAME_PREFIX } from "../session/labels";

/**
 * Decodes the classic builder's output, which Podman prints much alike: `Step 2/5 : RUN …`, what the step prints, then
 * ` ---> Using cache` or ` ---> 8354e4217d93`. It gives no times, so the caller's clock measures them (milliseconds).
 */
export function classicProgress(listener: TraceListener, now: () => number): TraceDecoder {
  const steps: BuildStep[] = [];
  let output: string[] = [];
  let startedAt = now();
  let closing: string[] = [];

  const settle = (state: BuildStep["state"]) => {
    const last = steps.pop();
    if (!last) return;
    const step = last.state === "running" ? { ...last, state, durationMs: Math.max(0, now() - startedAt) } : last;
    steps.push(step);
    if (step !== last) listener.onStep(step);
  };

  return {
    line(text) {
      listener.onLog(text);
      const [, number, rest] = /^STEP (\d+\/\d+) ?: (.*)$/i.exec(text) ?? [];
      if (number !== undefined) {
        settle("done");
        // The labels of the run are steps too, but none of the learner's.
        if (rest?.startsWith(`LABEL ${NAME_PREFIX}.`)) return;
        const step: BuildStep = { id: number, name: `Step ${number}: ${rest ?? ""}`, state: "running" };
        steps.push(step);
        output = [];
        closing = [];
        startedAt = now();
        listener.onStep(step);
      } else if (/^ ?-+> Using cache/i.test(text)) settle("cached");
      else if (/^Successfully (built|tagged)|^COMMIT /i.test(text)) settle("done");
      else if (!/^ ?-+> /.test(text)) {
        keepLine(output, text);
        closing.push(text);
      }
    },
    trace() {
      // The builder's last words end the same stream; what failed is the step that was under way.
      const message = closing.findLast((line) => line.trim() !== "") ?? "";
      const stopped = steps.at(-1)?.state === "running";
      if (stopped) settle("failed");
      return {
        steps,
        closing,
        ...(stopped && { failure: { message, output: output.filter((line) => line !== message) } }),
      };
    },
  };
}
