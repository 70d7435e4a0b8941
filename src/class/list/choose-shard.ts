import type { ClassEntry, Shard } from "../class-report";

/** `2/3` as the second of three shards; undefined where it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) return undefined;
  return { index, count };
}

/** By the units of their text, which is the same on every machine, whatever its language. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** The entries of one shard: in the order of the names, every `count`-th. */
export function chooseShard(entries: readonly ClassEntry[], { index, count }: Shard): readonly ClassEntry[] {
  return [...entries].sort(byName).filter((_, place) => place % count === index - 1);
}
