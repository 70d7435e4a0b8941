/** The strict limits of a run of untrusted work (see core/trust). A trusted run has none of them. */
export interface Containment {
  /** whether the steps of a build reach the network, as pip needs it; `closed` is the switch for those who have all wheels */
  readonly buildNetwork: "open" | "closed";
  /** limits in the place of the usual ones */
  readonly limits?: Partial<ContainmentLimits>;
}

/** What an untrusted run may take of the machine. Milliseconds and bytes. */
export interface ContainmentLimits {
  /** all builds of the run together */
  readonly buildMs: number;
  /** all steps of a build that run at the same time */
  readonly buildBytes: number;
  readonly buildProcesses: number;
  /** what the run's steps and containers write to the engine's disk; images that it pulls are not among it */
  readonly diskBytes: number;
  /** one file that a build step or a container writes */
  readonly fileBytes: number;
  /** room that the engine's disk must keep, whoever fills it */
  readonly reserveBytes: number;
}

const MB = 2 ** 20;

export const CONTAINMENT_LIMITS: ContainmentLimits = {
  buildMs: 10 * 60_000,
  buildBytes: 2048 * MB,
  buildProcesses: 512,
  diskBytes: 5 * 1024 * MB,
  fileBytes: 2048 * MB,
  reserveBytes: 1024 * MB,
};

export function limitsOf(containment: Containment): ContainmentLimits {
  return { ...CONTAINMENT_LIMITS, ...containment.limits };
}
