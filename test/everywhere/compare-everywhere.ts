import { isDeepStrictEqual } from "node:util";
import type { Report } from "../../src/core/report";
import type { Fixture } from "../support/fixture";
import { materialise, type SubmissionFolder } from "../support/materialise-fixture";
import { comparable } from "./comparable";
import { reportOfActions } from "./report-of-actions";
import { reportOfCli } from "./report-of-cli";
import { reportsOfEditor } from "./reports-of-editor";

/** The same submission as each of the three ways sees it, times and environment taken out. */
export interface Seen {
  readonly fixture: Fixture;
  readonly editor: unknown;
  readonly cli: unknown;
  readonly actions: unknown;
}

/** Grades fixtures in one window of the editor, then each by the command line and by the workflow. */
export async function compareEverywhere(
  fixtures: readonly Fixture[],
  onSeen: (seen: Seen) => void = () => undefined,
): Promise<readonly Seen[]> {
  const places = fixtures.map((fixture) => ({ fixture, submission: materialise(fixture) }));
  try {
    const inEditor = await reportsOfEditor(places.map(({ submission }) => submission.path));
    const seen: Seen[] = [];
    for (const { fixture, submission } of places) {
      const one = await look(fixture, submission, inEditor.get(submission.path));
      onSeen(one);
      seen.push(one);
    }
    return seen;
  } finally {
    for (const { submission } of places) submission[Symbol.dispose]();
  }
}

async function look(fixture: Fixture, { path }: SubmissionFolder, inEditor: Report | undefined): Promise<Seen> {
  if (!inEditor) throw new Error(`the editor has no report of ${fixture.name}`);
  const onCli = await reportOfCli(path);
  const { report: inActions, graded } = await reportOfActions(path);
  for (const { engine } of [inEditor, onCli, inActions]) {
    // three reports that see nothing would be the same as well
    if (engine.status !== "ready") throw new Error(`${fixture.name} was graded without an engine: ${engine.detail}`);
  }
  return {
    fixture,
    editor: comparable(inEditor, { folder: path }),
    cli: comparable(onCli, { folder: path }),
    actions: comparable(inActions, { folder: graded }),
  };
}

/** Where two reports differ: paths into them, with both values. */
export function differences(one: unknown, other: unknown, at = "report"): readonly string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [`${at}: ${JSON.stringify(one)} / ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], `${at}.${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
