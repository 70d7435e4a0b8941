/**
 * Flesch's reading ease of a Markdown text: 206.835 - 1.015 words a sentence - 84.6 syllables a word (Flesch 1948). Code, link
 * targets and tables' lines are no prose; a list item or heading counts as a sentence.
 */
export async function readingEase(markdown: string): Promise<number> {
  const { syllable } = await import("syllable");
  const prose = markdown
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "code")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\|[-| :]+\|$/gm, "")
    .replace(/\|/g, ".\n")
    .replace(/\{\{[^}]*\}\}/g, "")
    .replace(/[*_#>]/g, " ");
  const sentences = prose
    .split(/\n{2,}|\n(?=\s*[-\d])|[.!?:]\s+/)
    .map((sentence) => sentence.match(/[A-Za-z][A-Za-z'’]*/g) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
}
