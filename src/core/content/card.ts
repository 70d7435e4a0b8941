/** A card of challenge/troubleshooting.json: one error of engine, build or container, its cause, and one fix. */
export interface Card {
  readonly id: string;
  readonly title: string;
  /** regular expressions over one line of output, without regard to case */
  readonly matches: readonly string[];
  /** lines that were really seen, and that must lead to this card */
  readonly samples: readonly string[];
  /** the checks that it is shown for when they fail and no line leads to another card */
  readonly checks?: readonly string[];
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

/** A card, and the line of output that led to it. */
export interface MatchedCard {
  readonly card: Card;
  readonly line?: string;
}

/** The first card, in the cards' order, that one of the lines leads to. */
export function matchCard(cards: readonly Card[], lines: readonly string[]): MatchedCard | undefined {
  for (const card of cards) {
    const patterns = card.matches.map((pattern) => new RegExp(pattern, "i"));
    const line = lines.find((text) => patterns.some((pattern) => pattern.test(text)));
    if (line !== undefined) return { card, line };
  }
  return undefined;
}

/** The card for a check that failed: by what was printed, or else the one that stands for the check itself. */
export function cardForCheck(cards: readonly Card[], check: string, lines: readonly string[]): MatchedCard | undefined {
  const own = cards.find(({ checks }) => checks?.includes(check));
  return matchCard(cards, lines) ?? (own && { card: own });
}
