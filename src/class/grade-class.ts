import type { EngineStatus } from "../core/report";
import { COURSE } from "../core/course";
import { FolderFault } from "../folder/folder-fault";
import { childResult } from "./child-report";
import { openClassEngine, type ClassEngine } from "./class-engine";
import type { ClassEntry, ClassReport, Fingerprint, GradedSubmission, Shard } from "./class-report";
import { chooseShard } from "./choose-shard";
import { gradeInChild } from "./grade-in-child";
import { openKeptResults, type KeptResult, type KeptResults } from "./kept-results";
import type { ClassList } from "./list-submissions";
import { markAlike } from "./mark-alike";
import { poolSize } from "./pool-size";
import { takeFingerprint } from "./take-fingerprint";

export interface GradeClassRequest extends Pick<ClassReport, "grader" | "trust" | "buildNetwork"> {
  readonly list: ClassList;
  readonly shard: Shard;
  /** the folder of the results; made where it is missing */
  readonly output: string;
  /** forget earlier results */
  readonly fresh: boolean;
  /** how many to grade at once; as many as suit the engine unless given */
  readonly jobs?: number;
  /** milliseconds for one submission */
  readonly timeLimitMs: number;
  /** bytes that the class may add to the engine's build cache */
  readonly cacheLimit: number;
  /** the file of the command line, for the processes that grade */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ClassEvent) => void;
}

/** How a result came about: graded now, kept from an earlier run, or that of another submission with the same files. */
export type Origin = "graded" | "kept" | "same";

export type ClassEvent =
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "started"; readonly name: string }
  | { readonly kind: "finished"; readonly submission: GradedSubmission; readonly origin: Origin };

/** Submissions with the very same files: graded once. */
interface Group {
  readonly members: readonly [ClassEntry, ...ClassEntry[]];
  /** absent where the folder cannot be read: its grading will say why */
  readonly fingerprint?: Fingerprint;
}

/**
 * Grades a class, or a shard of it: identical submissions once, those with a kept result not at all, the others side by side, each in a
 * process of its own. Throws an EngineFault where there is no engine, a FolderFault where results cannot be written, and the
 * signal's reason; what was graded by then is kept.
 */
export async function gradeClass(request: GradeClassRequest): Promise<ClassReport> {
  const { list, shard, output, grader, trust, buildNetwork, fresh, signal } = request;
  const kept = await openKeptResults(output, { grader, trust, buildNetwork }, fresh);
  const groups = await groupsOf(chooseShard(list.entries, shard), signal);
  const graded: GradedSubmission[] = [];
  const finish = (group: Group, result: KeptResult, origin: Origin) => {
    for (const [place, entry] of group.members.entries()) {
      const submission = submissionOf(entry, group, result);
      graded.push(submission);
      request.onEvent({ kind: "finished", submission, origin: place > 0 && origin === "graded" ? "same" : origin });
    }
  };
  const left: Group[] = [];
  for (const group of groups) {
    const result = group.fingerprint && (await kept.find(group.fingerprint));
    if (result) finish(group, result, "kept");
    else left.push(group);
  }
  if (left.length > 0) await gradeGroups(left, request, kept, finish);
  const submissions = markAlike(graded);
  return { version: 1, challenge: COURSE.id, grader, trust, buildNetwork, shard, list: list.id, submissions };
}

async function groupsOf(entries: readonly ClassEntry[], signal: AbortSignal): Promise<readonly Group[]> {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    signal.throwIfAborted();
    const fingerprint = await takeFingerprint(entry.folder).catch((error: unknown) => {
      if (error instanceof FolderFault) return undefined;
      throw error;
    });
    const key = fingerprint?.content ?? `folder ${entry.name}`;
    const members = [...(groups.get(key)?.members ?? []), entry] as unknown as Group["members"];
    groups.set(key, { members, ...(fingerprint && { fingerprint }) });
  }
  return [...groups.values()];
}

function submissionOf(entry: ClassEntry, { fingerprint }: Group, { ending, report }: KeptResult): GradedSubmission {
  return { name: entry.name, folder: entry.shownFolder, ...(fingerprint && { fingerprint }), ending, report };
}

type Finish = (group: Group, result: KeptResult, origin: Origin) => void;

/** Grades what is left, as many at once as the engine can take. The first fault of the class itself stops all. */
async function gradeGroups(groups: readonly Group[], request: GradeClassRequest, kept: KeptResults, finish: Finish) {
  const fault = new AbortController();
  const signal = AbortSignal.any([request.signal, fault.signal]);
  const engine = await openClassEngine(request);
  try {
    await engine.pullBaseImages((text) => request.onEvent({ kind: "note", text }));
    const queue = groups.values();
    const work = async () => {
      for (const group of queue) finish(group, await gradeGroup(group, { ...request, signal }, engine, kept), "graded");
    };
    const jobs = Math.min(request.jobs ?? poolSize(engine.capacity), groups.length);
    const works = Array.from({ length: jobs }, () =>
      work().catch((error: unknown) => {
        fault.abort(error);
        throw error;
      }),
    );
    const [failure] = (await Promise.allSettled(works)).filter(({ status }) => status === "rejected");
    if (failure) throw request.signal.aborted ? request.signal.reason : fault.signal.reason;
  } finally {
    await engine.dispose();
  }
}

async function gradeGroup(
  { members: [entry], fingerprint }: Group,
  request: GradeClassRequest,
  engine: ClassEngine,
  kept: KeptResults,
): Promise<KeptResult> {
  const { trust, buildNetwork, timeLimitMs, onEvent } = request;
  request.signal.throwIfAborted();
  onEvent({ kind: "started", name: entry.name });
  const started = performance.now();
  const outcome = await gradeInChild({ folder: entry.folder, trust, buildNetwork }, request);
  const status: EngineStatus = engine.status;
  const result = childResult(outcome, timeLimitMs, status, Math.round(performance.now() - started));
  if (fingerprint) await kept.keep(fingerprint, result);
  await engine.limitCache();
  return result;
}
