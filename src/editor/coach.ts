import type { CheckRunner } from "./check-runner";
import type { LiveChecks } from "./live-checks";
import type { RunLog } from "./run-log";
import type { ReportStore } from "./store/report-store";

/** What commands work with. */
export interface Coach {
  readonly store: ReportStore;
  readonly live: LiveChecks;
  readonly runner: CheckRunner;
  readonly log: RunLog;
}
