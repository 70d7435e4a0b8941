import { walkthroughContributions } from "../course/walkthrough-contributions";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** package.json and its English texts say what the steps' pages.json say. */
export function checkManifest({ root, text }: CourseContent): Finding {
  const { walkthroughs, strings } = walkthroughContributions(root);
  const declared = (JSON.parse(text("package.json")) as { contributes: { walkthroughs: object } }).contributes
    .walkthroughs;
  const texts = Object.entries(JSON.parse(text("package.nls.json")) as object).filter(([key]) =>
    key.startsWith("walkthroughs."),
  );
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const isInStep = same(declared, walkthroughs) && same(Object.fromEntries(texts), strings);
  return {
    problems: isInStep ? [] : ["package.json is not in step with walkthroughs/*/pages.json: npm run sync:course"],
    summary: ["the manifest declares these pages"],
  };
}
