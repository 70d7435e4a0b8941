/** The same app in up to three images, measured on one machine: what each change of the Dockerfile brought. */
export interface Comparison {
  /** when it was measured, as ISO 8601 in UTC */
  readonly at: string;
  /** in this order; a variant that there is not yet, or that did not build, says so */
  readonly variants: readonly Variant[];
}

/** naive: the learner's Dockerfile of phase A. slim: the same on the slim base, still one stage. current: the Dockerfile as it is. */
export type VariantId = "naive" | "slim" | "current";

export type Variant =
  | { readonly id: VariantId; readonly state: "missing" | "failed"; readonly reason: string }
  | ({ readonly id: VariantId; readonly state: "measured" } & VariantFigures);

export interface VariantFigures {
  /** the coach's measure: bytes of the regular files in all layers */
  readonly bytes: number;
  /** top of the image first to last as built, the base image's layers taken together as the first */
  readonly layers: readonly { readonly createdBy: string; readonly bytes: number }[];
  /** steps that only change settings of the image and add no layer */
  readonly settings: readonly string[];
  /** how many FROM the Dockerfile has */
  readonly stages: number;
  /** the uid of the image's user, where it can be told; 0 is root */
  readonly uid?: number;
  /** as configured; empty for root */
  readonly user: string;
  readonly hasHealthcheck: boolean;
  /** milliseconds of the build as it was just now, and how many of its steps came from the cache */
  readonly build: { readonly ms: number; readonly cached: number; readonly steps: number };
  /** what a change would do, found out by building a copy with that change */
  readonly afterSourceChange: Rebuild;
  readonly afterRequirementsChange: Rebuild;
}

export interface Rebuild {
  /** milliseconds */
  readonly ms: number;
  /** the steps that ran again, and those that came from the cache, as the build names them */
  readonly rebuilt: readonly string[];
  readonly cached: readonly string[];
}
