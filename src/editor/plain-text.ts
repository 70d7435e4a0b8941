/**
 * Text of the learner's files for a place where VS Code makes `[label](link)` a link, commands included: told apart by a
 * space, it stays text. Long text is cut.
 */
export function plainText(text: string, most = 100): string {
  const plain = text.replace(/\s+/g, " ").replaceAll("](", "] (");
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}
