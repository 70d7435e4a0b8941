/** A card of challenge/troubleshooting.json: one error of engine, build or container, its cause, and one fix. */
export interface Card {
  readonly id: string;
  readonly title: string;
  /** regular expressions over one line of output, without regard to case */
  readonly matches: readonly string[];
  /** lines that were really seen, and that must lead to this card */
  readonly samples: readonly string[];
  readonly cause: string;
  /** the same everywhere, or by operating system */
  readonly fix: { readonly all: string } | { readonly windows: string; readonly mac: string; readonly linux: string };
  readonly button?: {
    readonly title: string;
    readonly command: string;
    readonly arguments?: readonly unknown[];
  };
}

export type System = "windows" | "mac" | "linux";

/** The fix for one operating system. */
export function fixFor({ fix }: Card, system: System): string {
  return "all" in fix ? fix.all : fix[system];
}

/** The first card, in the cards' order, that one of the lines leads to. */
export function matchCard(cards: readonly Card[], lines: readonly string[]): Card | undefined {
  return cards.find(({ matches }) =>
    matches.some((pattern) => {
      const regex = new RegExp(pattern, "i");
      return lines.some((line) => regex.test(line));
    }),
  );
}
