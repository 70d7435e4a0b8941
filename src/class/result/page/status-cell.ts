import type { CheckStatus } from "../../../core/report";

const SYMBOLS: Readonly<Record<CheckStatus, string>> = {
  passed: "✔",
  partial: "◐",
  failed: "✘",
  skipped: "○",
  errored: "?",
};

export const STATUS_WORDS: Readonly<Record<CheckStatus, string>> = {
  passed: "passed",
  partial: "passed in part",
  failed: "failed",
  skipped: "waits for another check",
  errored: "could not be decided",
};

/** A check's state in a table: a sign and its points to look at, words for those who listen. */
export function statusCell({ status, earned, points }: CheckLike): string {
  const share = points > 0 ? earned / points : 0;
  // Among those without points, the open ones stand above the lost ones.
  const sort = status === "failed" ? -1 : share;
  return `<td class="check ${status}" data-sort="${sort}"><span aria-hidden="true">${SYMBOLS[status]} ${earned}</span><span class="unseen">${STATUS_WORDS[status]}, ${earned} of ${points}</span></td>`;
}

export interface CheckLike {
  readonly status: CheckStatus;
  readonly earned: number;
  readonly points: number;
}
