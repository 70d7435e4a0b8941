import { l10n } from "vscode";
import type { ShownScore } from "./store/shown-score";

/** For instance `45/100`, or `45/100 •` where a file has been edited since. */
export function scoreText(score: ShownScore): string {
  return `${score.earned}/${score.max}${score.edited ? " •" : ""}`;
}

/** The same spelled out, open points included. */
export function scoreSentence({ earned, max, open, edited }: ShownScore): string {
  const undecided = open > 0 ? ` ${l10n.t("{0} points could not be decided yet.", open)}` : "";
  const since = edited ? ` ${l10n.t("A file has been edited since: run the checks again for a fresh score.")}` : "";
  return `${l10n.t("{0} of {1} points.", earned, max)}${undecided}${since}`;
}
