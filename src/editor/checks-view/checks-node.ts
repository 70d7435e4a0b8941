import { COURSE, type Course, type CoursePart } from "../../core/course";
import type { PartResult } from "../../core/report";
import { ruleNamed } from "../../core/rules/registry";
import { currentStep, type FolderState } from "../store/folder-state";
import { type ShownCheck, shownChecks } from "../store/shown-checks";

/** The nodes of the Checks tree, as plain data. `folder` is the challenge folder's path. */
export type ChecksNode = FolderNode | StepNode | CheckNode | PartNode | HelpNode | BuildChecksNode;

export interface FolderNode {
  readonly kind: "folder";
  readonly folder: string;
  readonly state: FolderState;
}

export interface StepNode {
  readonly kind: "step";
  readonly folder: string;
  readonly step: Course["steps"][number];
  readonly checks: readonly CheckNode[];
  /** holds the first check that is not done, and is the only step shown open */
  readonly open: boolean;
}

export interface CheckNode {
  readonly kind: "check";
  readonly folder: string;
  readonly check: ShownCheck;
  /** what the build is doing now, on the check that stands for the build */
  readonly activity?: string;
  readonly open: boolean;
  /** a comment in a file switches off what the rules say about it; the check counts all the same */
  readonly suppressed?: boolean;
  /** the file that it is about is not there, and can be begun from here */
  readonly missing?: boolean;
  readonly help: readonly CheckHelp[];
}

export interface PartNode {
  readonly kind: "part";
  readonly folder: string;
  readonly check: ShownCheck;
  readonly part: CoursePart | PartResult;
}

/** Help for a check that does not pass: a card for what was printed, or the next hint. */
export interface HelpNode {
  readonly kind: "help";
  readonly folder: string;
  readonly check: ShownCheck;
  readonly help: CheckHelp;
}

/** What may help with a check: see HelpNode. */
export type CheckHelp =
  | { readonly kind: "card"; readonly id: string; readonly title: string; readonly line?: string }
  | { readonly kind: "hint" };

/** Docker's own checks of the Dockerfile, which give no points. */
export interface BuildChecksNode {
  readonly kind: "build-checks";
  readonly folder: string;
  /** how many findings; undefined before they were run */
  readonly found: number | undefined;
  /** a file has changed since */
  readonly edited: boolean;
}

/** The steps of a folder that have checks, in the course's order. */
export function stepNodes(
  folder: string,
  state: FolderState,
  helpFor: (check: ShownCheck) => readonly CheckHelp[] = () => [],
): readonly StepNode[] {
  const checks = shownChecks(state);
  const { missing, suppressed } = state.live.findings;
  const lacks = new Set(missing.map(({ finding }) => ruleNamed(finding.rule)?.check));
  const next = checks.find((check) => check.state !== "passed")?.course;
  const activity = currentStep(state.run)?.name;
  return COURSE.steps.flatMap((step) => {
    const own = checks.filter((check) => check.course.step === step.number);
    if (own.length === 0) return [];
    const nodes = own.map((check): CheckNode => {
      const open = check.course === next;
      const builds = check.course.id === "image-builds" && check.state === "running" && activity !== undefined;
      return {
        kind: "check",
        folder,
        check,
        open,
        help: helpFor(check),
        ...(builds && { activity }),
        ...(suppressed.has(check.course.id) && { suppressed: true }),
        ...(lacks.has(check.course.id) && { missing: true }),
      };
    });
    return [{ kind: "step", folder, step, checks: nodes, open: next?.step === step.number } as const];
  });
}

/** What Docker's own checks said last. */
export function buildChecksNode(folder: string, { buildChecks, live }: FolderState): BuildChecksNode {
  const edited = buildChecks !== undefined && buildChecks.fingerprint !== live.fingerprint;
  return { kind: "build-checks", folder, found: buildChecks?.found, edited };
}

/** The parts of a check: with results where it has been graded, else as the course lists them. */
export function partNodes({ folder, check }: CheckNode): readonly PartNode[] {
  const graded = check.result?.parts ?? [];
  const parts = graded.length > 0 ? graded : (check.course.parts ?? []);
  return parts.map((part) => ({ kind: "part", folder, check, part }));
}

/** What stands below a check: its parts, then what may help. */
export function checkChildren(node: CheckNode): readonly (PartNode | HelpNode)[] {
  const { folder, check, help } = node;
  return [...partNodes(node), ...help.map((one): HelpNode => ({ kind: "help", folder, check, help: one }))];
}
