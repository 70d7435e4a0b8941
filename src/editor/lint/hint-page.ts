/**
 * A rule's page up to where the answer begins: what it is about, why it matters, and what to look for.
 * @param next what the finding itself says to do, without the code for it
 */
export function hintPage(page: string, next: string): string {
  const answer = page.search(/^## What to write$/m);
  const before = answer === -1 ? page : page.slice(0, answer);
  return `${before.trimEnd()}\n\n## What to try\n\n${next}\n`;
}
