import type { CheckResult, CheckStatus } from "../../core/report";
import type { Terminal } from "../terminal";
import { plain } from "../plain";
import { wrap } from "../wrap";
import { printedLines } from "./printed-lines";
import { STATUS_LOOKS } from "./symbols";
import { type Words, withoutRepeats } from "./without-repeats";

const INDENT = "           ";
const LABEL_WIDTH = 6;

/**
 * One check: symbol, points, title; and unless it passed what was seen, why it matters, what to do next.
 * @param sameAs the title of an earlier check with the very same cause, which is then told only once
 */
export function checkLines(check: CheckResult, to: Terminal, sameAs?: string): string[] {
  const lines = [headline(check, to)];
  for (const part of check.parts) {
    lines.push(`       ${headline(part, to)}`);
    if (part.status !== "passed") lines.push(...wordLines(part, to));
  }
  if (check.status === "passed") return lines;
  if (sameAs !== undefined) return [...lines, ...labelled("Seen", `The same cause as “${sameAs}” above.`, to)];
  lines.push(...wordLines(check.status === "skipped" ? waiting(check) : withoutRepeats(check), to));
  return [...lines, ...outputLines(check, to), ...placeLine(check, to)];
}

function headline(item: { status: CheckStatus; earned: number; points: number; title: string }, to: Terminal): string {
  const look = STATUS_LOOKS[item.status];
  const points = `${item.earned}/${item.points}`.padEnd(6);
  return `  ${to.paint(look.tone, to.unicode ? look.symbol : look.ascii)}  ${points} ${to.paint("bold", item.title)}`;
}

/** A check that waits names what it waits for; why and next are that one's. */
function waiting(check: CheckResult): Words {
  return check.observed === undefined ? {} : { observed: check.observed };
}

function wordLines({ observed, why, next }: Words, to: Terminal): string[] {
  return [...labelled("Seen", observed, to), ...labelled("Why", why, to), ...labelled("Next", next, to)];
}

function labelled(label: string, text: string | undefined, to: Terminal): string[] {
  if (!text) return [];
  const width = to.width() - INDENT.length - LABEL_WIDTH;
  return wrap(plain(text), width).map((line, index) => {
    const margin = index === 0 ? to.paint("dim", label.padEnd(LABEL_WIDTH)) : " ".repeat(LABEL_WIDTH);
    return `${INDENT}${margin}${line}`.trimEnd();
  });
}

function outputLines(check: CheckResult, to: Terminal): string[] {
  return printedLines(check).map((line) => INDENT + to.paint("dim", `${to.unicode ? "│" : "|"} ${plain(line)}`));
}

function placeLine({ location }: CheckResult, to: Terminal): string[] {
  return location ? labelled("Where", `${location.file}:${location.range.start.line + 1}`, to) : [];
}
