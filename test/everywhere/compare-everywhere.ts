import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { CheckResult, Report } from "../../src/core/report";
import { partOfContext } from "../../src/folder/copy-context";
import { expectedOf, type Fixture } from "../support/fixture";
import { materialise, type SubmissionFolder } from "../support/materialise-fixture";
import { comparable, type ComparableReport } from "./comparable";
import { reportOfActions } from "./report-of-actions";
import { reportOfCli } from "./report-of-cli";
import { reportsOfEditor } from "./reports-of-editor";

/** The same submission as each of the three ways sees it, times and environment taken out. */
export interface Seen {
  readonly fixture: Fixture;
  /** its image takes in the whole folder, and with it what git keeps, which only the workflow's checkout has */
  readonly hasGitInImage: boolean;
  readonly editor: ComparableReport;
  readonly cli: ComparableReport;
  readonly actions: ComparableReport;
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
    hasGitInImage: await takesInGit(path),
    editor: comparable(inEditor, { folder: path }),
    cli: comparable(onCli, { folder: path }),
    actions: comparable(inActions, { folder: graded }),
  };
}

async function takesInGit(folder: string): Promise<boolean> {
  const copiesAll = /^(COPY|ADD)\s(--\S+\s+)*\.\/?\s/im;
  const isRead = await partOfContext(folder);
  const dockerfile = await readFile(join(folder, "Dockerfile"), "utf8").catch(() => "");
  return copiesAll.test(dockerfile) && isRead(".git", true);
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

/**
 * Where the three do not agree. The workflow grades what nobody has read: what its fixture says of untrusted work must be so there,
 * and is left out of the comparison with the two that trust; and so are the figures of an image with the checkout's .git in it.
 */
export function disagreements({ fixture, hasGitInImage, editor, cli, actions }: Seen): readonly string[] {
  const there = expectedOf(fixture, "untrusted").expected;
  const refused = actions.checks.filter(({ id }) => there[id] !== fixture.expected[id]);
  const common = ({ score, checks, ...report }: ComparableReport) => ({
    ...report,
    score: refused.length > 0 ? "another one" : score,
    checks: checks
      .filter(({ id }) => !refused.some((check) => check.id === id))
      .map((check) => (hasGitInImage && check.id === "image-size" ? withoutFigures(check) : check)),
  });
  const wrong = refused.filter(({ id, status }) => there[id] !== status);
  return [
    ...differences(editor, cli).map((line) => `editor / command line  ${line}`),
    ...differences(common(cli), common(actions)).map((line) => `command line / Actions  ${line}`),
    ...wrong.map(({ id, status }) => `Actions  ${id} is ${status}, and not ${there[id]}`),
  ];
}

function withoutFigures({
  observed: _,
  evidence: __,
  ...check
}: CheckResult): Omit<CheckResult, "observed" | "evidence"> {
  return check;
}

/** Where two reports differ: paths into them, with both values. */
function differences(one: unknown, other: unknown, at = "report"): readonly string[] {
  if (isDeepStrictEqual(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [`${at}: ${JSON.stringify(one)} / ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], `${at}.${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
