/** A table of what was earned: `lines` of { title, outcome, earned, points }, their sum last. */
export function printResult(heading, lines) {
  const width = Math.max(...lines.map(({ title }) => title.length));
  const sum = (field) => lines.reduce((total, line) => total + line[field], 0);
  console.log(`\n${heading}`);
  for (const { title, outcome, earned, points } of lines) {
    console.log(`  ${title.padEnd(width)}  ${fraction(earned, points)}  ${outcome}`);
  }
  console.log(`  ${"".padEnd(width)}  ${fraction(sum("earned"), sum("points"))}`);
}

function fraction(earned, points) {
  return `${String(earned).padStart(3)}/${String(points).padEnd(3)}`;
}
