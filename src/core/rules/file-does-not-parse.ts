import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileModel, ParseProblem } from "../parse/dockerfile-model";
import { saysNothing } from "../parse/says-nothing";

type Message = "dockerfile" | "needsArgument" | "dockerignore" | "compose" | "empty";

/**
 * What Docker's own parsers would refuse in a Dockerfile, an ignore file's patterns or a Compose file's YAML. Of a Dockerfile
 * without any instruction dockerfile-missing speaks, and of an ignore file in UTF-16 dockerignore-dead-line.
 */
export const fileDoesNotParse = defineRule({
  id: "file-does-not-parse",
  title: "The file cannot be read",
  severity: "error",
  fix: "choice",
  messages: {
    dockerfile: {
      observed: "{problem} This stops Docker.",
      why: "It reads the whole file before it begins, so nothing is built.",
      next: "Mend this place first; other findings may follow from it.",
    },
    needsArgument: {
      observed: "What {from} stands for is not in the file.",
      why: "The build works only when it is told, with --build-arg {name}=… each time.",
      next: "Give the ARG above a value to fall back on, so that a plain build works too.",
    },
    dockerignore: {
      observed: "{problem} This stops the build.",
      why: "Docker reads the patterns before anything else.",
      next: "Mend the line, or delete it.",
    },
    compose: {
      observed: "{problem} This stops Compose.",
      why: "It reads the whole file before it starts anything.",
      next: "Mend this place first; other findings may follow from it.",
    },
    empty: {
      observed: "This Compose file is still empty.",
      why: "It describes which containers start together, and how they reach each other.",
      next: "Begin with services: and, indented below it, the name of the first one.",
    },
  },

  dockerfile({ dockerfile }) {
    return dockerfile.problems.flatMap((problem) => {
      const name = argumentAskedFor(problem, dockerfile);
      if (name === undefined) return found("dockerfile", [problem]);
      const from = dockerfile.stages.find(({ fromRange }) => fromRange === problem.range)?.from ?? "";
      return [{ message: "needsArgument", values: { from, name }, range: problem.range, severity: "information" }];
    });
  },
  stageless: ({ file, dockerfile }) =>
    found("dockerfile", saysNothing(file) ? dockerfile.problems.filter(hasPlace) : dockerfile.problems),
  dockerignore: ({ file, dockerignore }) =>
    file.encoding.startsWith("utf-16") ? [] : found("dockerignore", dockerignore.problems),
  compose({ file, compose }) {
    if (saysNothing(file))
      return compose.problems.map(({ range }) => ({ message: "empty", range, severity: "information" }));
    return found("compose", compose.problems);
  },
});

/** The global ARG without a value that a FROM waits for: whoever builds may well give it. */
function argumentAskedFor({ range }: ParseProblem, { stages, globalArgs }: DockerfileModel): string | undefined {
  const stage = stages.find(({ fromRange }) => fromRange === range);
  if (!stage || stage.resolvedFrom !== undefined) return undefined;
  const names = [...stage.from.matchAll(/\$\{?(\w+)/g)].map((match) => match[1] ?? "");
  return names.find((name) => globalArgs.has(name) && globalArgs.get(name) === undefined);
}

function found(message: Message, problems: readonly ParseProblem[]): readonly Found<Message>[] {
  return problems.map((problem) => ({
    message,
    values: { problem: sentence(problem.message) },
    range: problem.range,
    fixes: fixesOf(problem),
  }));
}

/** Not the one about a file as a whole. */
function hasPlace({ range }: ParseProblem): boolean {
  return range.start.line !== range.end.line || range.start.character !== range.end.character;
}

/** The word that was probably meant: a guess, so somebody has to choose it. */
function fixesOf({ meant }: ParseProblem): readonly Fix[] {
  if (!meant) return [];
  return [{ title: `Write ${meant.text}`, edits: [{ range: meant.range, newText: meant.text }] }];
}

/** Another sentence follows, so an example at the end stands in quotes, and a full stop behind it. */
function sentence(problem: string): string {
  if (/[^\s][.?!)…]$/.test(problem)) return problem;
  return `${problem.replace(/: ((?:[A-Z]{3,} |--).*)$/, ": `$1`")}.`;
}
