import { unhide } from "../edit/unhide";
import { contextSources, type ContextSource } from "../image/context-sources";
import { lineThatHides } from "../image/hidden-source";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { Project } from "../lint/project";
import type { DockerfileSubject } from "../lint/subjects";
import type { DockerignoreLine, DockerignoreModel } from "../parse/dockerignore-model";

interface Hidden {
  readonly dockerfile: string;
  readonly source: ContextSource;
  readonly line: DockerignoreLine;
  readonly dockerignore: DockerignoreModel;
  /** what lies in the context */
  readonly paths: ReadonlySet<string>;
}

/**
 * COPY or ADD names something that the ignore file of its build leaves out, by Docker's own matching, exceptions in order.
 * It is said in both files, each time with the other place. Silent where the context is not known, about sources with
 * variables, from other stages, images and addresses, and where at least a part of a folder can be copied.
 * https://docs.docker.com/reference/build-checks/copy-ignored-file/
 */
export const dockerignoreHidesSource = defineRule({
  id: "dockerignore-hides-source",
  title: "The .dockerignore hides what the Dockerfile copies",
  severity: "error",
  fix: "preferred",
  check: "image-builds",
  equivalents: { buildkit: ["CopyIgnoredFile"] },
  saidBy: ["buildkit"],
  messages: {
    hides: {
      observed: "This line leaves out {source}, which line {line} of {dockerfile} copies.",
      why: "What is left out is not there for the build, so it stops or the app is missing.",
      next: "Make an exception with an exclamation mark below it, or narrow the pattern.",
    },
    hidden: {
      observed: "{source} cannot be copied: line {line} of {ignoreFile} leaves it out.",
      why: "What is left out is not there for the build, so it stops or the app is missing.",
      next: "Let the file through in {ignoreFile}.",
    },
  },

  dockerfile(subject) {
    const fixes = new Map<string, readonly Fix[]>();
    return hiddenIn(subject).map((hidden) => {
      const { source, line, dockerignore } = hidden;
      fixes.set(source.path, fixes.get(source.path) ?? fixesOf([hidden], subject.project));
      const location = { file: dockerignore.path, range: line.range };
      return {
        message: "hidden",
        values: { source: shown(source), line: line.range.start.line + 1, ignoreFile: dockerignore.path },
        range: source.range,
        related: [{ location, message: `This line leaves ${shown(source)} out.` }],
        fixes: fixes.get(source.path) ?? [],
      };
    });
  },

  dockerignore({ builds, project }) {
    const hidden = builds.flatMap(hiddenIn);
    const byLine = [...new Set(hidden.map(({ line }) => line))].map((line) =>
      hidden.filter((each) => each.line === line),
    );
    return byLine.flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { source, line, dockerfile } = first;
      return {
        message: "hides",
        values: { source: shown(source), line: source.range.start.line + 1, dockerfile },
        range: line.range,
        related: group.map((each) => ({
          location: { file: each.dockerfile, range: each.source.range },
          message: `${shown(each.source)} is copied here.`,
        })),
        fixes: fixesOf(group, project),
      };
    });
  },
});

function hiddenIn({ file, dockerfile, context }: Omit<DockerfileSubject, "project">): readonly Hidden[] {
  const dockerignore = context?.dockerignore;
  if (!dockerignore || dockerignore.lines.length === 0) return [];
  const lines = new Map<string, DockerignoreLine | undefined>();
  return contextSources(dockerfile).flatMap((source) => {
    const line = lines.has(source.path) ? lines.get(source.path) : lineThatHides(dockerignore, source, context.paths);
    lines.set(source.path, line);
    return line ? [{ dockerfile: file.path, source, line, dockerignore, paths: context.paths }] : [];
  });
}

function fixesOf(group: readonly Hidden[], { files }: Project): readonly Fix[] {
  const [first] = group;
  const file = first && files.get(first.dockerignore.path);
  if (!file) return [];
  const sources = group.map(({ source }) => source);
  return unhide(file, first.dockerignore, first.line, sources, first.paths);
}

function shown({ path }: ContextSource): string {
  return path === "" ? "everything" : path;
}
