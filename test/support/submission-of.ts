import type { SourceFile, Submission } from "../../src/core/submission";

/** A submission from texts, keyed by path, as if they lay in a folder. */
export function submissionOf(texts: Readonly<Record<string, string>>): Submission {
  const files = Object.entries(texts).map(([path, text]): [string, SourceFile] => [
    path,
    { path, text, encoding: "utf-8" },
  ]);
  return { files: new Map(files), paths: new Set(Object.keys(texts)) };
}
