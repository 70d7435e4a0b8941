import { plain } from "../plain";
import type { TextRange } from "../../core/text";

export type AnnotationKind = "error" | "warning" | "notice";

/** A message that GitHub Actions shows on a run, at a line of a file where there is one. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string;
  readonly message: string;
  /** `path` from the repository's root, with `/` */
  readonly place?: { readonly path: string; readonly range: TextRange };
}

/** GitHub shows this many annotations of a kind for a step. https://docs.github.com/en/rest/checks/runs */
const MOST_OF_A_KIND = 10;

/**
 * Annotations as workflow commands, one a line, the gravest kind first; what GitHub would not show is counted in plain words.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 * @param seeAll completes “N more of the kind warning: …”
 */
export function workflowCommands(annotations: readonly Annotation[], seeAll: string): string {
  const lines = (["error", "warning", "notice"] as const).flatMap((kind) => {
    const ofKind = annotations.filter((annotation) => annotation.kind === kind);
    const shown = ofKind.slice(0, MOST_OF_A_KIND).map(command);
    const left = ofKind.length - shown.length;
    return left > 0 ? [...shown, `${left} more of the kind ${kind}: ${seeAll}`] : shown;
  });
  return lines.map((line) => `${line}\n`).join("");
}

function command({ kind, title, message, place }: Annotation): string {
  const properties = [...(place ? placeProperties(place) : []), `title=${property(title)}`];
  return `::${kind} ${properties.join(",")}::${data(message)}`;
}

function placeProperties({ path, range: { start, end } }: NonNullable<Annotation["place"]>): string[] {
  return [
    `file=${property(path)}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    // Columns count only within one line; over several, GitHub refuses them.
    ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
  ];
}

function data(text: string): string {
  return plain(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
