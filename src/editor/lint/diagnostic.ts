import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location,
  type Uri,
} from "vscode";
import type { Finding, Severity } from "../../core/lint/finding";
import { rulePage } from "../rule-page";
import { editorRange } from "./editor-range";

export const SOURCE = "Dockerize Coach";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the editor shows it, its code a link to the rule's page. */
export function diagnostic(finding: Finding, placeOf: (file: string) => Uri | undefined): Diagnostic {
  const { rule, message, severity, range, related, unnecessary } = finding;
  const shown = new Diagnostic(editorRange(range), message, SEVERITIES[severity]);
  shown.source = SOURCE;
  shown.code = { value: rule, target: rulePage(rule) };
  if (unnecessary) shown.tags = [DiagnosticTag.Unnecessary];
  shown.relatedInformation = related.flatMap(({ location, message: text }) => {
    const uri = placeOf(location.file);
    return uri ? [new DiagnosticRelatedInformation(new Location(uri, editorRange(location.range)), text)] : [];
  });
  return shown;
}
