import Papa from "papaparse";
import { CHECK_IDS, type CheckId } from "../../core/checks/check-id";
import type { ClassReport, ClassSubmission } from "../class-report";
import { submissionNote } from "./submission-note";
import { visibleText } from "./visible-text";

/** Without it, spreadsheets take UTF-8 for another encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A class as a table for spreadsheets. Nothing in it depends on time, machine or engine: the same verdicts are the same
 * bytes.
 */
export function classCsv({ submissions }: ClassReport): string {
  const fields = ["name", "folder", "score", "open", "max", ...CHECK_IDS, "same_as", "note"];
  const data = submissions.map((submission) => cells(submission).map((text) => defused(visibleText(text))));
  const table = Papa.unparse({ fields, data }, { newline: "\r\n" });
  return `${BYTE_ORDER_MARK}${table}\r\n`;
}

/** Signs with which a formula begins, also behind what separates cells elsewhere in the world. */
const FORMULA = /(^|[;,])(\s*)(?=[=+\-@＝＋－＠])/g;

/** A text that no spreadsheet takes for a formula. https://owasp.org/www-community/attacks/CSV_Injection */
function defused(text: string): string {
  return text.replace(FORMULA, "$1'$2");
}

function cells(submission: ClassSubmission): readonly string[] {
  const { name, folder, report, sameAs } = submission;
  const { earned, open, max } = report.score;
  return [
    ...[name, folder, String(earned), String(open), String(max)],
    ...CHECK_IDS.map((id) => checkCell(submission, id)),
    sameAs ? `${sameAs.name}${sameAs.how === "alike" ? " (but for white space)" : ""}` : "",
    submissionNote(submission),
  ];
}

function checkCell({ report }: ClassSubmission, id: CheckId): string {
  const check = report.checks.find((candidate) => candidate.id === id);
  return check ? `${check.status} ${check.earned}/${check.points}` : "";
}
