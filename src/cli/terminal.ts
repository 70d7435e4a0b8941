import type { Painter } from "./paint";
import { createPainter } from "./paint";

/** Where text goes, and what can be shown there. */
export interface Terminal {
  write(text: string): void;
  /** whether a person is watching: text may be drawn over */
  readonly live: boolean;
  /** columns, read when asked: the window may change */
  width(): number;
  readonly unicode: boolean;
  readonly paint: Painter;
}

type Env = Readonly<Record<string, string | undefined>>;
type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

const WIDTH_WITHOUT_TERMINAL = 100;
const MIN_WIDTH = 40;

/** A stream of this process with what it can show. */
export function createTerminal(stream: Stream, env: Env, platform: NodeJS.Platform): Terminal {
  const live = stream.isTTY && env["TERM"] !== "dumb";
  return {
    write: (text) => void stream.write(text),
    live,
    width: () => Math.max(MIN_WIDTH, (stream.isTTY && stream.columns) || WIDTH_WITHOUT_TERMINAL),
    unicode: showsUnicode(env, platform),
    paint: createPainter(wantsColour(env, live)),
  };
}

/** A file that people may read: as wide as where there is no terminal, every character, no colours. */
export const FILE_TERMINAL: Terminal = createTerminal({ write: () => true, isTTY: false, columns: 0 }, {}, "linux");

/** https://no-color.org and https://force-color.org; the latter wins, as in Node itself. */
export function wantsColour(env: Env, live: boolean): boolean {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return live && !env["NO_COLOR"];
}

/** Windows' old console and Linux' text console lack the symbols; everything newer names itself in the environment. */
export function showsUnicode(env: Env, platform: NodeJS.Platform): boolean {
  if (platform !== "win32") return env["TERM"] !== "linux";
  return [env["WT_SESSION"], env["TERM_PROGRAM"], env["ConEmuTask"], env["TERMINUS_SUBLIME"], env["TERM"]].some(
    Boolean,
  );
}
