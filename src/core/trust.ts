/**
 * Whose work is graded: `trusted`, the learner's own on their own machine, or `untrusted`, somebody else's that nobody has
 * read. Untrusted work gets nothing from outside of its folder, no privileges, and no way out of the run's network.
 */
export type Trust = "trusted" | "untrusted";
