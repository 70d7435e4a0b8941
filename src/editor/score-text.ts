import type { ShownScore } from "./store/shown-score";

/** For instance `45/100`, or `45/100 •` where a file has been edited since. */
export function scoreText(score: ShownScore): string {
  return `${score.earned}/${score.max}${score.edited ? " •" : ""}`;
}

/** The same spelled out, open points included. */
export function scoreSentence({ earned, max, open, edited }: ShownScore): string {
  const undecided = open > 0 ? ` ${open} points could not be decided yet.` : "";
  const since = edited ? " A file has been edited since: run the checks again for a fresh score." : "";
  return `${earned} of ${max} points.${undecided}${since}`;
}
