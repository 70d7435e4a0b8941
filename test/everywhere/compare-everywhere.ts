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

async function look(fixture: Fixture, { path }: SubmissionFolder, inWindow: Report | undefined): Promise<Seen> {
  const askEditor = async () => (await reportsOfEditor([path])).get(path);
  const inEditor = await undisturbed(fixture, askEditor, inWindow);
  const onCli = await undisturbed(fixture, () => reportOfCli(path));
  let graded = "";
  const inActions = await undisturbed(fixture, async () => {
    const run = await reportOfActions(path);
    graded = run.graded;
    return run.report;
  });
  return {
    fixture,
    editor: comparable(inEditor, { folder: path }),
    cli: comparable(onCli, { folder: path }),
    actions: comparable(inActions, { folder: graded }),
  };
}

/** A report, asked for once more where the machine kept the grader from seeing something: that is no difference of the work's. */
async function undisturbed(
  { name, expected }: Fixture,
  ask: () => Promise<Report | undefined>,
  first?: Report,
): Promise<Report> {
  const isDisturbed = ({ checks }: Report) =>
    checks.some(({ id, status }) => status === "errored" && expected[id] !== "errored");
  let report = first ?? (await ask());
  if (report && isDisturbed(report)) report = await ask();
  // three reports that see nothing would be the same as well
  if (report?.engine.status !== "ready") throw new Error(`${name} was graded without an engine`);
  return report;
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
