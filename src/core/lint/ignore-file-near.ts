import type { Project } from "./project";

/** Whether a folder above one of the project's has an ignore file: a build may begin there, which leaves no trace here. */
export function isIgnoreFileAbove({ files }: Project, folder: string): boolean {
  const names = folder.split("/").slice(0, -1);
  return names.some((_, depth) => files.has([...names.slice(0, depth), ".dockerignore"].join("/")));
}

/** A file at the top of a context that was probably meant to be its .dockerignore. */
export function lookalikeIn(paths: ReadonlySet<string>): string | undefined {
  return [...paths].find((path) => /^\.?dockerignore(?:\.txt)?$/i.test(path) && path !== ".dockerignore");
}
