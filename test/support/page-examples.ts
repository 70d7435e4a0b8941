/** One block of a rule's page, as the file that it stands for. */
export interface PageExample {
  readonly path: string;
  readonly text: string;
}

export interface PageExamples {
  readonly bad?: PageExample;
  readonly good?: PageExample;
  /** other files that both need, by path */
  readonly others: Readonly<Record<string, string>>;
}

const PATHS: Readonly<Record<string, string>> = {
  dockerfile: "Dockerfile",
  dockerignore: ".dockerignore",
  yaml: "compose.yaml",
  text: "requirements.txt",
};

/** The blocks of a page: those marked `bad` and `good`, and other files marked `file=<path>`. */
export function pageExamples(page: string): PageExamples {
  const blocks = [...page.matchAll(/^```(\w+) (bad|good|file=\S+)\n([\s\S]*?)^```$/gm)];
  const example = (kind: string): PageExample | undefined => {
    const block = blocks.find((match) => match[2] === kind);
    return block && { path: PATHS[block[1] ?? ""] ?? "Dockerfile", text: block[3] ?? "" };
  };
  const [bad, good] = [example("bad"), example("good")];
  const others = blocks.flatMap(([, , kind = "", text = ""]) =>
    kind.startsWith("file=") ? [[kind.slice("file=".length), text] as const] : [],
  );
  return { ...(bad && { bad }), ...(good && { good }), others: Object.fromEntries(others) };
}
