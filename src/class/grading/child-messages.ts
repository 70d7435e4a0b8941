import type { FaultText } from "../../core/container-engine";
import type { CheckResult, Report } from "../../core/report";
import type { Trust } from "../../core/trust";

/** What a class asks of the process that grades one submission. */
export interface ChildRequest {
  readonly folder: string;
  readonly trust: Trust;
  readonly buildNetwork: "open" | "closed";
}

/** What that process tells: each check once it is decided, and at last the report, or why there is none. */
export type ChildMessage =
  | { readonly kind: "check"; readonly result: CheckResult }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "unreadable"; readonly fault: FaultText };
