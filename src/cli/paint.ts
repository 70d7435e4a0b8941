/** How a piece of text is meant; colours follow from it. */
export type Tone = "good" | "bad" | "warn" | "dim" | "bold";

export type Painter = (tone: Tone, text: string) => string;

/** https://en.wikipedia.org/wiki/ANSI_escape_code#SGR: the code that begins each tone, and the one that ends it */
const CODES: Readonly<Record<Tone, readonly [number, number]>> = {
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Paints text, or leaves it as it is where no colours are wanted. */
export function createPainter(colour: boolean): Painter {
  if (!colour) return (_, text) => text;
  return (tone, text) => {
    const [begin, end] = CODES[tone];
    return `\u001b[${begin}m${text}\u001b[${end}m`;
  };
}
