import { addIgnoreLines, createIgnoreFile, leavesOut } from "../edit/ignore-lines";
import { contextSources, pathsCopied, type ContextSource } from "../image/context-sources";
import { isShipped } from "../image/is-shipped";
import { junkIn, type Junk } from "../image/junk-in-context";
import type { BuildContext } from "../lint/build-context";
import type { Fix } from "../lint/finding";
import { isIgnoreFileAbove } from "../lint/ignore-file-near";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { parseDockerignore } from "../parse/parse-dockerignore";

const MOST_NAMED = 4;

/**
 * `COPY .` (or ADD) into what is shipped, while the ignore file is missing, or leaves .git, a virtual environment or a .env
 * in that is really there. Silent where the context is not known, where `--exclude` sorts out, and about stages of which
 * the shipped one takes other folders.
 */
export const copyAllUnfiltered = defineRule({
  id: "copy-all-unfiltered",
  title: "COPY . takes more than the app",
  severity: "warning",
  fix: "preferred",
  check: "dockerignore",
  courseGoal: true,
  messages: {
    junk: {
      observed: "This copies {paths} into the image too.",
      why: "The app needs none of it, and everyone who has the image can read it.",
      next: "List it in .dockerignore, or copy only what the app needs.",
    },
    all: {
      observed: "This copies everything in the folder, and there is no .dockerignore.",
      why: "Caches and passwords that turn up there later get into the image as well.",
      next: "Create a .dockerignore, or copy only what the app needs.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final, context, project } = subject;
    if (!context || (!context.dockerignore && isIgnoreFileAbove(project, context.folder))) return [];
    const junk = junkIn(context.paths, context.dockerignore);
    if (context.dockerignore && junk.length === 0) return [];
    const sources = contextSources(dockerfile).filter(
      (source) => source.path === "" && !sortsOut(source) && isShipped(source, dockerfile, final),
    );
    const fixes = sources.length > 0 ? fixesOf(subject, context, junk) : [];
    const said =
      junk.length > 0 ? ({ message: "junk", values: { paths: listed(junk) } } as const) : { message: "all" as const };
    return sources.map(({ range }) => ({ ...said, range, fixes }));
  },
});

function sortsOut({ instruction }: ContextSource): boolean {
  return instruction.flags.some(({ name }) => name === "exclude");
}

function fixesOf(
  { dockerfile, project }: DockerfileSubject,
  { folder, dockerignore }: BuildContext,
  junk: readonly Junk[],
): readonly Fix[] {
  const keep = pathsCopied(dockerfile);
  const wanted = junk.map(({ line, probe }) => ({ lines: [line], probes: [probe] }));
  const file = dockerignore && project.files.get(dockerignore.path);
  if (dockerignore) {
    const edit = file && addIgnoreLines(file, dockerignore, wanted, keep);
    return edit ? [{ title: `Add it to ${dockerignore.path}`, edits: [edit], preferred: true }] : [];
  }
  const fix = createIgnoreFile(`${folder}.dockerignore`, keep);
  const text = fix.edits.map(({ newText }) => newText).join("");
  const after = parseDockerignore({ path: ".dockerignore", text, encoding: "utf-8" });
  return wanted.every((each) => leavesOut(after, each)) ? [fix] : [];
}

/** The first few, as a person would say them. */
function listed(junk: readonly Junk[]): string {
  const [first = "", ...others] = junk.slice(0, MOST_NAMED).map(({ path }) => path);
  const more = junk.length > MOST_NAMED ? [`${junk.length - MOST_NAMED} more`] : [];
  const rest = [...others, ...more];
  return rest.length === 0 ? first : `${[first, ...rest.slice(0, -1)].join(", ")} and ${rest.at(-1) ?? ""}`;
}
