import { join } from "node:path";
import { Disposable, languages, Uri } from "vscode";
import { diagnostic } from "./diagnostic";
import type { LintedDocuments } from "./linted-documents";

/** Shows what the rules find as squiggles and in Problems. */
export function registerDiagnostics(documents: LintedDocuments): Disposable {
  const shown = languages.createDiagnosticCollection("dockerizeCoach");
  const show = (uri: Uri): void => {
    const linted = documents.get(uri);
    const placeOf = (file: string): Uri | undefined => {
      if (file === linted?.path) return uri;
      return linted?.root === undefined ? undefined : Uri.file(join(linted.root, file));
    };
    shown.set(
      uri,
      linted?.findings.map((finding) => diagnostic(finding, placeOf)),
    );
  };
  return Disposable.from(shown, documents.onDidChange(show));
}
