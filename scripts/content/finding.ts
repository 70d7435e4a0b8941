/** What one question about the content has brought up: what is wrong, and what there is to know. */
export interface Finding {
  readonly problems: readonly string[];
  readonly summary: readonly string[];
}
