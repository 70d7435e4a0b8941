import type { CoursePage } from "./course-walkthroughs";

/** A link that stands alone on a line of a page's description, which a walkthrough draws as a button. */
export interface PageButton {
  readonly label: string;
  /** `command:…`, its arguments encoded as JSON after a `?` */
  readonly target: string;
}

export function pageButtons({ description }: CoursePage): readonly PageButton[] {
  return [...description.matchAll(/^\[([^\]]+)\]\((\S+)\)$/gm)].map(([, label = "", target = ""]) => ({
    label,
    target,
  }));
}

/** What the page's button for a question says, so that nobody has to read the question's id. Undefined where it has none. */
export function questionLabel(page: CoursePage, question: string): string | undefined {
  const target = `command:dockerizeCoach.answerQuestion?${encodeURIComponent(JSON.stringify([question]))}`;
  return pageButtons(page).find((button) => button.target === target)?.label;
}
