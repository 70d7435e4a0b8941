import { allTexts, type CourseContent } from "./course-content";
import type { Finding } from "./finding";
import { table } from "./table";

/** How many statements of the original text a learner must not take along. */
const ROWS = 66;

/**
 * What the original text has wrong is said right: challenge/corrections.tsv names the place and words of it; and the false sentence,
 * as a pattern, stands nowhere in the course.
 */
export function checkCorrections(content: CourseContent): Finding {
  const { has, text } = content;
  const rows = table(text("challenge/corrections.tsv"));
  const texts = [
    ...allTexts(content),
    ...[
      "starter/Dockerfile",
      "starter/docker-compose.yml",
      "starter/README.md",
      "solution/Dockerfile",
      "solution/docker-compose.yml",
      "solution/.dockerignore",
    ].map((name) => ({ place: `challenge/${name}`, text: text(`challenge/${name}`) })),
  ];
  const problems = rows.flatMap(({ number, where = "", evidence = "", never = "" }) => {
    const said =
      where === "" || !has(where)
        ? [`correction ${number}: there is no ${where || "place"}`]
        : evidence !== "" && text(where).toLowerCase().includes(evidence.toLowerCase())
          ? []
          : [`correction ${number}: ${where} does not say “${evidence}”`];
    const pattern = never === "" ? undefined : new RegExp(never, "i");
    const false_ = texts
      .filter((one) => pattern?.test(one.text))
      .map(({ place }) => `correction ${number}: ${place} still says what is false: /${never}/`);
    return [...said, ...false_];
  });
  const numbers = new Set(rows.map(({ number }) => number));
  if (numbers.size !== ROWS) problems.push(`corrections: ${numbers.size} different rows, there are ${ROWS}`);
  return { problems, summary: [`${numbers.size} corrections of the original text are made`] };
}
