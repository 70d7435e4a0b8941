const SHOWN = 4;

/** A list of paths as a sentence has it; of many, the first four and how many more. */
export function named(paths: readonly string[]): string {
  const shown = paths.slice(0, SHOWN).join(", ");
  return paths.length > SHOWN ? `${shown} and ${paths.length - SHOWN} more` : shown;
}
