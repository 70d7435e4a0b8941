import type { TextDocument } from "vscode";
import { fileKind, type FileKind } from "../../core/file-kind";

const BY_LANGUAGE: Readonly<Record<string, FileKind>> = {
  dockerfile: "dockerfile",
  dockercompose: "compose",
};

/** What an open document is to the coach: by its name, else by its language; undefined for all others. */
export function documentKind({ uri, languageId }: Pick<TextDocument, "uri" | "languageId">): FileKind | undefined {
  if (uri.scheme === "git" || uri.scheme === "output" || uri.scheme.startsWith("dockerize-coach")) return undefined;
  return (uri.scheme === "untitled" ? undefined : fileKind(uri.path)) ?? BY_LANGUAGE[languageId];
}
