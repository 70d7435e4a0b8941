/** Waits for some work, however it ends, but no longer than `limitMs`; then it goes on alone. Never throws. */
export async function patiently(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([work.then(ignore, ignore), late]);
  clearTimeout(timer);
}

function ignore(): void {
  // Who waits wants it to be over, and no more.
}
