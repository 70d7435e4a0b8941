import type { ClassEvent } from "../class/grading/grade-class-request";
import { isUndecided } from "../class/result/mark-alike";
import { submissionNote } from "../class/result/submission-note";
import { visibleText } from "../class/result/visible-text";
import { oneLine, toAscii } from "./plain";
import { SPINNER, STATUS_LOOKS } from "./reporters/symbols";
import { statusLine } from "./status-line";
import type { Terminal } from "./terminal";

export interface ClassProgress {
  readonly onEvent: (event: ClassEvent) => void;
  /** how many submissions have a result */
  finished(): number;
  /** Takes the line away and gives the cursor back; safe to call twice. */
  stop(): void;
}

const REDRAW_MS = 100;

/** A line for each submission that is graded; on a terminal, one more below them with those that are being graded. */
export function createClassProgress(to: Terminal, total: number): ClassProgress {
  const running = new Set<string>();
  let finished = 0;
  const line = statusLine(to, (frame) => {
    const frames = to.unicode ? SPINNER.unicode : SPINNER.ascii;
    const text = `${finished}/${total}  ${[...running].map(visibleText).join(", ") || "Reading the submissions …"}`;
    return shown(to, oneLine(`${frames[frame % frames.length] ?? ""} ${text}`, to.width() - 1));
  });
  const say = (text: string) => {
    line.clear();
    to.write(`${shown(to, text)}\n`);
    line.draw();
  };
  line.draw();
  const timer = to.live ? setInterval(line.draw, REDRAW_MS) : undefined;
  return {
    onEvent(event) {
      if (event.kind === "note") return say(visibleText(event.text));
      if (event.kind === "started") return void running.add(event.name);
      running.delete(event.submission.name);
      finished += 1;
      say(finishedLine(event, `${finished}/${total}`, to));
    },
    finished: () => finished,
    stop() {
      clearInterval(timer);
      line.clear();
    },
  };
}

const ORIGINS = { graded: "", kept: "kept from an earlier run", same: "same files as another" } as const;

function finishedLine(event: Extract<ClassEvent, { kind: "finished" }>, count: string, to: Terminal): string {
  const { submission, origin } = event;
  const { earned, open, max } = submission.report.score;
  const status = isUndecided(submission) ? "errored" : earned === max ? "passed" : "partial";
  const { symbol, ascii, tone } = STATUS_LOOKS[status];
  const notes = [open > 0 ? `${open} open` : "", submissionNote(submission), ORIGINS[origin]].filter(Boolean);
  const words = `${count}  ${visibleText(submission.name)}: ${earned} of ${max}${notes.length > 0 ? `, ${notes.join(", ")}` : ""}`;
  return `${to.paint(tone, to.unicode ? symbol : ascii)} ${oneLine(words, to.width() - 3)}`;
}

function shown(to: Terminal, text: string): string {
  return to.unicode ? text : toAscii(text);
}
