import type { CheckId } from "../core/checks/check-id";
import { gradeFiles } from "../core/grade";
import type { Report } from "../core/report";
import { gradeFolder } from "../folder/grade-folder";
import { readSubmission } from "../folder/read-submission";
import type { LiveChecks } from "./live-checks";
import type { RunLog } from "./run-log";
import { fingerprint } from "./store/fingerprint";
import type { ReportStore } from "./store/report-store";
import { buildSteps, checkReached, runBegins, runEnds, runLeaves } from "./store/run-changes";

interface Run {
  readonly abort: AbortController;
  readonly ended: Promise<Report>;
}

/**
 * Grades folders, one run per folder at a time. A newer run takes the place of the one under way: who asks again has
 * most often just changed something, and an answer about the old text is of no use to them.
 */
export class CheckRunner {
  private readonly runs = new Map<string, Run>();

  constructor(
    private readonly store: ReportStore,
    private readonly live: LiveChecks,
    private readonly log: RunLog,
  ) {}

  /** Grades the saved files of a folder; undefined where the run was stopped before its end. */
  async run(folder: string, only?: readonly CheckId[]): Promise<Report | undefined> {
    while (this.runs.has(folder)) await this.stop(folder);
    const abort = new AbortController();
    const run = { abort, ended: this.grade(folder, only, abort.signal) };
    this.runs.set(folder, run);
    try {
      return await run.ended;
    } catch (error) {
      if (!abort.signal.aborted) throw error;
      this.log.note(folder, "Stopped. Everything that the run had created has been removed.");
      return undefined;
    } finally {
      this.runs.delete(folder);
    }
  }

  /** Stops the run of a folder, or every run, and resolves once what they created has been removed. */
  async stop(folder?: string): Promise<void> {
    const stopped = [...this.runs].filter(([path]) => folder === undefined || path === folder).map(([, run]) => run);
    for (const { abort } of stopped) abort.abort();
    await Promise.allSettled(stopped.map((run) => run.ended));
  }

  private async grade(folder: string, only: readonly CheckId[] | undefined, signal: AbortSignal): Promise<Report> {
    try {
      await this.live.refresh(folder);
      const submission = await readSubmission(folder);
      const text = fingerprint(submission, this.store.get(folder)?.otherChanges ?? 0);
      this.log.begin(folder);
      this.store.update(folder, (state) => runBegins(state, only, gradeFiles(submission)));
      const report = await gradeFolder({
        folder,
        env: process.env,
        signal,
        ...(only && { only }),
        observer: {
          onStep: (step) => this.store.update(folder, (state) => buildSteps(state, step)),
          onLog: (source, line) => this.log.line(folder, source, line),
        },
        onEvent: (event) => {
          if (event.kind !== "check-finished") return;
          this.log.result(folder, event.result);
          this.store.update(folder, (state) => checkReached(state, event.result));
        },
      });
      signal.throwIfAborted();
      this.store.update(folder, (state) => runEnds(state, report, text));
      this.store.noteEngine(report.engine);
      return report;
    } finally {
      this.store.update(folder, runLeaves);
    }
  }
}
