import { checkCommands } from "./check-commands";
import { checkCorrections } from "./check-corrections";
import { checkCoverage } from "./check-coverage";
import { checkHints } from "./check-hints";
import { checkLinks } from "./check-links";
import { checkManifest } from "./check-manifest";
import { checkPages } from "./check-pages";
import { checkReadability } from "./check-readability";
import { checkSchemas } from "./check-schemas";
import { checkScores } from "./check-scores";
import { checkTerms } from "./check-terms";
import { checkTranslation } from "./check-translation";
import { checkTroubleshooting } from "./check-troubleshooting";
import { courseContent } from "./course-content";
import type { Finding } from "./finding";

/** Asks everything that can be asked of the course's content. */
export async function checkContent(
  root: string,
): Promise<{ readonly problems: readonly string[]; readonly summary: readonly string[] }> {
  const content = courseContent(root);
  const found: readonly Finding[] = [
    checkSchemas(content),
    checkPages(content),
    checkManifest(content),
    checkLinks(content),
    checkCommands(content),
    checkHints(content),
    checkTroubleshooting(content),
    checkTerms(content),
    checkCoverage(content),
    checkCorrections(content),
    await checkScores(content),
    await checkReadability(content),
    await checkTranslation(content),
  ];
  return { problems: found.flatMap(({ problems }) => problems), summary: found.flatMap(({ summary }) => summary) };
}
