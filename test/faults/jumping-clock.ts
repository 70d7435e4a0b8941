/**
 * Imported first, this makes the clock of this process jump about, as when somebody sets it, or a laptop wakes: each look at it is
 * up to a day before or after the one before. Time that counts up evenly (`performance.now`) goes on.
 */
const DAY_MS = 86_400_000;
const now = Date.now.bind(Date);
let looks = 0;

Date.now = () => now() + Math.round(Math.sin(++looks) * DAY_MS);
