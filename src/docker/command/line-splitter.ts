import { StringDecoder } from "node:string_decoder";
import { plainLines } from "./plain-text";

/** Cuts a stream of bytes into plain lines; `end` gives out what stands without a closing line feed. */
export interface LineSplitter {
  push(chunk: Uint8Array): void;
  end(): void;
}

/** A line longer than this is given out in pieces, so that output without line feeds takes no memory. */
const LONGEST_LINE = 1024 * 1024;

/** Multi-byte characters and escape sequences that fall apart between two chunks are put together again. */
export function lineSplitter(onLine: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const giveOut = (text: string) => plainLines(text).forEach(onLine);
  return {
    push(chunk) {
      rest += decoder.write(Buffer.from(chunk));
      const end = rest.length > LONGEST_LINE ? rest.length : rest.lastIndexOf("\n") + 1;
      if (end === 0) return;
      giveOut(rest.slice(0, end));
      rest = rest.slice(end);
    },
    end() {
      rest += decoder.end();
      if (rest !== "") giveOut(rest);
      rest = "";
    },
  };
}
