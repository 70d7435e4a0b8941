import { type TextDocument, workspace } from "vscode";
import { fileKind, type FileKind } from "../../core/file-kind";

const BY_LANGUAGE: Readonly<Record<string, FileKind>> = {
  dockerfile: "dockerfile",
  dockercompose: "compose",
};

/**
 * What an open document is to the coach: by its name, else by its language; undefined for all others. What nobody can
 * write, as an older revision or a block of code in a chat, is none of its business.
 */
export function documentKind({ uri, languageId }: Pick<TextDocument, "uri" | "languageId">): FileKind | undefined {
  if (uri.scheme === "untitled") return BY_LANGUAGE[languageId];
  if (workspace.fs.isWritableFileSystem(uri.scheme) !== true) return undefined;
  return fileKind(uri.path) ?? BY_LANGUAGE[languageId];
}
