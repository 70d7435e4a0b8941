import { megabytes } from "../megabytes";
import type { Comparison, VariantFigures, VariantId } from "./comparison";

/** Less than this, as a share, is not worth a sentence of praise. */
const LITTLE = 0.05;

/** What the figures say, in sentences: which change saved how much, and what a change of the source costs now. */
export function sumUp({ variants }: Comparison): readonly string[] {
  const measured = new Map<VariantId, VariantFigures>();
  for (const variant of variants) if (variant.state === "measured") measured.set(variant.id, variant);
  const [naive, slim, current] = (["naive", "slim", "current"] as const).map((id) => measured.get(id));
  return [
    ...(naive && slim ? [saving("With the slim base image alone", naive.bytes, slim.bytes)] : []),
    ...(slim && current ? [furtherSaving(slim.bytes, current)] : []),
    ...(naive && current
      ? [`From the simple image to yours: ${megabytes(naive.bytes)} to ${megabytes(current.bytes)}.`]
      : []),
    ...(naive && current ? [rebuilds(naive, current)] : []),
    ...(current?.uid === 0 ? ["Your image still runs as root."] : []),
    ...(current && !current.hasHealthcheck ? ["Your image has no health check yet."] : []),
  ];
}

function saving(what: string, before: number, after: number): string {
  const share = (before - after) / before;
  if (Math.abs(share) < LITTLE) return `${what} the size stays about the same.`;
  if (share < 0) return `${what} the image is ${megabytes(after - before)} bigger.`;
  return `${what} the image is ${megabytes(before - after)} smaller, by ${percent(share)}.`;
}

/** The saving that several stages bring on top is small where no package needs a compiler, and it would be wrong to hide that. */
function furtherSaving(slim: number, current: VariantFigures): string {
  const share = (slim - current.bytes) / slim;
  const what = current.stages > 1 ? "With your stages on top of that" : "With your other changes";
  if (Math.abs(share) >= LITTLE || current.stages === 1) return saving(what, slim, current.bytes);
  return `${what} the size stays about the same: these packages need no compiler. Where one is needed, it stays behind.`;
}

function rebuilds(naive: VariantFigures, current: VariantFigures): string {
  const before = naive.afterSourceChange;
  const after = current.afterSourceChange;
  return `After a change in src, the simple Dockerfile does ${steps(before.rebuilt.length)} again (${seconds(before.ms)}), yours ${steps(after.rebuilt.length)} (${seconds(after.ms)}).`;
}

function steps(count: number): string {
  return count === 1 ? "1 step" : `${count} steps`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
