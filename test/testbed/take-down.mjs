const downs = [];

/** Remembers how to end something that was brought up, for the end of the program however it comes. Returns the thing. */
export function takeDownLater(thing) {
  downs.push(thing.down);
  return thing;
}

/** Ends everything remembered, newest first. What fails is told, and the rest is ended all the same. */
export async function takeDown() {
  while (downs.length > 0) {
    await downs
      .pop()()
      .catch((error) => console.error(error.message));
  }
}

/** On Ctrl+C and its like: everything is ended, then the program, with the shell's exit code for that signal. */
export function takeDownOnSignals() {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ]) {
    process.once(signal, async () => {
      console.error("\nStopping; what was brought up is being taken down …");
      await takeDown();
      process.exit(128 + number);
    });
  }
}
