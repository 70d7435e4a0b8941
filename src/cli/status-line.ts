import type { Terminal } from "./terminal";

const HIDE_CURSOR = "\u001b[?25l";
const SHOW_CURSOR = "\u001b[?25h";
const CLEAR_LINE = "\r\u001b[K";

export interface StatusLine {
  readonly draw: () => void;
  /** Takes the line away and gives the cursor back; safe to call twice. */
  readonly clear: () => void;
}

/** One line of a terminal that is drawn anew in place. However the process ends, the cursor comes back. */
export function statusLine(to: Terminal, text: (frame: number) => string): StatusLine {
  let frame = 0;
  let shown = false;
  const clear = (): void => {
    if (!shown) return;
    shown = false;
    process.off("exit", clear);
    to.write(`${CLEAR_LINE}${SHOW_CURSOR}`);
  };
  const draw = (): void => {
    if (!to.live) return;
    if (!shown) process.once("exit", clear);
    to.write(`${shown ? "" : HIDE_CURSOR}${CLEAR_LINE}${text(frame++)}`);
    shown = true;
  };
  return { draw, clear };
}
