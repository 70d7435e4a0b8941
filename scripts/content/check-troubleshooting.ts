import { matchCard } from "../../src/core/content/card";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** Each card is found by its own samples, and by nobody else's. */
export function checkTroubleshooting({ cards }: CourseContent): Finding {
  const problems = cards.flatMap((card) =>
    card.samples.flatMap((sample) => {
      const found = matchCard(cards, [sample])?.card;
      return found === card ? [] : [`card ${card.id}: its sample leads to ${found?.id ?? "no card"}: ${sample}`];
    }),
  );
  const samples = cards.reduce((sum, card) => sum + card.samples.length, 0);
  return { problems, summary: [`${cards.length} troubleshooting cards, found by ${samples} samples of output`] };
}
