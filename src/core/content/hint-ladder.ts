/** The rungs of help for a check or task, in the order in which they are opened. */
export const RUNGS = ["Idea", "Where to look", "Skeleton", "Lines", "Solution"] as const;
export type Rung = (typeof RUNGS)[number];

/** A file of challenge/hints: four hints that give away more each time, then the full solution. */
export interface HintLadder {
  readonly title: string;
  /** Markdown, in the order of RUNGS */
  readonly rungs: readonly { readonly name: Rung; readonly text: string }[];
}

/**
 * Reads a ladder from its Markdown: a title, and a section of the second level for each rung.
 * @throws Error with what is wrong, where a rung is missing, empty or out of order
 */
export function parseHintLadder(markdown: string): HintLadder {
  const [head = "", ...sections] = markdown.replace(/\r\n/g, "\n").split(/^## +/m);
  const title = /^# +(.+)$/m.exec(head)?.[1]?.trim();
  if (!title) throw new Error("it has no title");
  const rungs = sections.map((section) => {
    const end = section.indexOf("\n");
    return { name: section.slice(0, end).trim(), text: section.slice(end + 1).trim() };
  });
  if (rungs.map(({ name }) => name).join() !== RUNGS.join())
    throw new Error(`it needs the sections ${RUNGS.join(", ")}`);
  const empty = rungs.find(({ text }) => text === "");
  if (empty) throw new Error(`its section “${empty.name}” is empty`);
  return { title, rungs: rungs.map(({ name, text }) => ({ name: name as Rung, text })) };
}

/** The files of the reference solution that a text asks for by `{{solution:<path>}}`. */
export function solutionFiles(text: string): readonly string[] {
  return [...text.matchAll(SOLUTION)].map(([, path = ""]) => path);
}

/** Puts those files' texts in, each as a block of code. */
export function withSolutions(text: string, files: ReadonlyMap<string, string>): string {
  return text.replace(SOLUTION, (_, path: string) => {
    const language = /dockerfile$/i.test(path) ? "dockerfile" : /\.ya?ml$/.test(path) ? "yaml" : "text";
    return `\`\`\`${language}\n${(files.get(path) ?? "").trimEnd()}\n\`\`\``;
  });
}

const SOLUTION = /\{\{solution:([\w./-]+)\}\}/g;
