import { escapeHtml } from "../../../core/escape-html";
import type { CheckTally } from "../common-failures";
import { visibleText } from "../visible-text";

/** How each check went, those first that most submissions miss. */
export function failuresSection(tallies: readonly CheckTally[], total: number): string {
  return `<h2>Where the class stands</h2>
<div class="scroll"><table>
<caption>Each check over ${total} submissions, the one that most miss first.</caption>
<thead><tr><th scope="col">Check</th><th scope="col">Passed</th><th scope="col">In part</th><th scope="col">Failed</th><th scope="col">Waiting</th><th scope="col">Undecided</th><th scope="col">Missed by</th></tr></thead>
<tbody>
${tallies.map(row).join("\n")}
</tbody></table></div>`;
}

function row({ title, counts, missedBy }: CheckTally): string {
  const numbers = [counts.passed, counts.partial, counts.failed, counts.skipped, counts.errored];
  const cells = numbers.map((number) => `<td class="number">${number}</td>`).join("");
  return `<tr><th scope="row">${escapeHtml(title)}</th>${cells}<td>${who(missedBy)}</td></tr>`;
}

function who(names: readonly string[]): string {
  if (names.length === 0) return "nobody";
  const list = escapeHtml(names.map(visibleText).join(", "));
  return `<details><summary>${names.length}</summary>${list}</details>`;
}
