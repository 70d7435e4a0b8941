// Proves that the course is whole: every fact of the challenge covered, every link led somewhere, every text readable.
//
//   npm run check:content
import { join } from "node:path";
import { checkContent } from "./content/check-content";

const ROOT = join(__dirname, "..");

void checkContent(ROOT).then(({ problems, summary }) => {
  for (const line of summary) console.log(line);
  for (const problem of problems) console.error(`✖ ${problem}`);
  console.log(problems.length === 0 ? "✔ the course is whole" : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
});
