const LONGEST = 60;

/**
 * A name of the submission as it may stand in a message: on one line, nothing that moves a cursor or turns text around, and no
 * longer than anybody reads.
 */
export function quoted(name: string): string {
  const characters = [...name.replace(/[\p{C}\p{Zl}\p{Zp}`]/gu, "?")];
  const short = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), "…"] : characters;
  return `\`${short.join("")}\``;
}
