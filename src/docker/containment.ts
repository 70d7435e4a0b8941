/** The strict limits of a run of untrusted work (see core/trust). A trusted run has none of them. */
export interface Containment {
  /** whether the steps of a build reach the network, as pip needs it; `closed` is the switch for those who have all wheels */
  readonly buildNetwork: "open" | "closed";
}
