/** The command line was used wrongly; the message says what was wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
