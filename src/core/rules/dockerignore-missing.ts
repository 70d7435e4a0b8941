import { createIgnoreFile } from "../edit/ignore-lines";
import { contextSources, pathsCopied } from "../image/context-sources";
import { isChallengeProject } from "../lint/is-challenge-project";
import { isIgnoreFileAbove, lookalikeIn } from "../lint/ignore-file-near";
import { defineRule } from "../lint/rule";
import { IGNORE_FILE_NAMES } from "../submission";
import { lineRange } from "../text";

/**
 * A Dockerfile's build has no ignore file, though the Dockerfile copies its whole folder, or the folder is the challenge.
 * Silent where the context is not known, and below a folder with an ignore file: the build may well begin up there.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export const dockerignoreMissing = defineRule({
  id: "dockerignore-missing",
  title: "There is no .dockerignore",
  severity: "warning",
  fix: "preferred",
  check: "dockerignore",
  courseGoal: true,
  messages: {
    missing: {
      observed: "There is no .dockerignore beside this Dockerfile.",
      why: "Without it, caches, virtual environments and passwords can slip into an image.",
      next: "Create one that lists what no image needs.",
    },
    misnamed: {
      observed: "There is a file named {name}, but Docker looks for one named exactly .dockerignore.",
      why: "Docker reads no other name, so nothing is left out.",
      next: "Rename the file.",
    },
    absent: {
      observed: "There is no .dockerignore in this folder yet.",
      why: "It keeps caches, virtual environments and passwords out of your image.",
      next: "Create one beside the Dockerfile.",
    },
  },

  dockerfile({ dockerfile, final, context, project }) {
    if (!context || context.dockerignore || isIgnoreFileAbove(project, context.folder)) return [];
    const copiesAll = contextSources(dockerfile).some(({ path }) => path === "");
    if (!copiesAll && !(context.folder === "" && isChallengeProject(project))) return [];
    const name = lookalikeIn(context.paths);
    const fixes =
      name === undefined ? [createIgnoreFile(`${context.folder}.dockerignore`, pathsCopied(dockerfile))] : [];
    const message = name === undefined ? "missing" : "misnamed";
    return [{ message, ...(name !== undefined && { values: { name } }), range: final.fromRange, fixes }];
  },

  folder(project) {
    const has = (path: string): boolean => project.files.has(path) || project.paths?.has(path) === true;
    if (!isChallengeProject(project) || IGNORE_FILE_NAMES.some(has)) return [];
    const dockerfile = project.dockerfile("Dockerfile");
    const fix = createIgnoreFile(".dockerignore", dockerfile ? pathsCopied(dockerfile) : []);
    const found = { file: ".dockerignore", range: lineRange(0) };
    const name = lookalikeIn(project.paths ?? new Set());
    if (name !== undefined) return [{ ...found, message: "misnamed", values: { name } }];
    return [{ ...found, message: "absent", fixes: [fix] }];
  },
});
