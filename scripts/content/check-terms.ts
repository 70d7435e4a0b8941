import { allTexts, type CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** Italics mark a term, and nothing else: each is in the glossary, and each term of the glossary is used. */
export function checkTerms(content: CourseContent): Finding {
  const known = new Map(
    content.glossary.flatMap(({ term, also }) => [term, ...also].map((name) => [name.toLowerCase(), term] as const)),
  );
  const used = new Set<string>();
  const problems: string[] = [];
  for (const { place, text } of allTexts(content)) {
    const prose = text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
    for (const [, word = ""] of prose.matchAll(/(?<![*\w\\])\*([^*\s][^*\n]*?)\*(?![*\w])/g)) {
      const term = known.get(word.toLowerCase());
      if (term) used.add(term);
      else problems.push(`${place}: “${word}” is in italics, but not in the glossary`);
    }
  }
  problems.push(
    ...content.glossary
      .filter(({ term }) => !used.has(term))
      .map(({ term }) => `the glossary's “${term}” is used on no page`),
  );
  return { problems, summary: [`${content.glossary.length} terms in the glossary`] };
}
