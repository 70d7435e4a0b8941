import type { Score } from "../../core/report";
import { BAR } from "./symbols";

const BLOCKS = 20;

/** The whole percentage of the points that are earned; 100 only when all are. */
export function percentage(score: Score): number {
  return score.max === 0 ? 0 : Math.floor((100 * score.earned) / score.max);
}

/** Twenty blocks: earned points, points that are still open, points that are lost. */
export function overallBar(score: Score, unicode: boolean): string {
  const blocks = unicode ? BAR.unicode : BAR.ascii;
  const earned = score.max === 0 ? 0 : Math.floor((BLOCKS * score.earned) / score.max);
  const open = score.max === 0 ? 0 : Math.min(BLOCKS - earned, Math.round((BLOCKS * score.open) / score.max));
  return blocks.earned.repeat(earned) + blocks.open.repeat(open) + blocks.lost.repeat(BLOCKS - earned - open);
}
