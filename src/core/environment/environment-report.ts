/** The machine's fitness for the course. Nothing here costs points. */
export interface EnvironmentReport {
  /** when it was looked, as ISO 8601 in UTC */
  readonly at: string;
  readonly items: readonly EnvironmentResult[];
}

/**
 * `ok`; `note`: the course works, but this is worth knowing; `problem`: the course does not work like this; `unknown`: it could
 * not be found out. `observed` and, unless ok, `why` and `next` are short plain sentences; `next` is for this operating system.
 */
export interface EnvironmentResult {
  readonly id: EnvironmentItemId;
  readonly title: string;
  readonly status: "ok" | "note" | "problem" | "unknown";
  readonly observed: string;
  readonly why?: string;
  readonly next?: string;
  /** a page of the web where the fix is explained at length, by the maker */
  readonly link?: string;
}

export const ENVIRONMENT_ITEM_IDS = [
  "docker-installed",
  "engine-answers",
  "permission",
  "versions",
  "buildkit",
  "compose",
  "hello-world",
  "disk-space",
  "base-images",
  "python",
  "git",
  "port-5000",
  "port-6379",
  "wsl",
  "virtualisation",
  "architecture",
] as const;

export type EnvironmentItemId = (typeof ENVIRONMENT_ITEM_IDS)[number];
