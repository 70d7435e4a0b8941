import Mocha from "mocha";

/** VS Code calls this in the extension host; it rejects when a test fails. */
export async function run(): Promise<void> {
  const output = process.env.SUITE_JSON;
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 180_000,
    reporter: output ? "json" : "spec",
    reporterOptions: { output },
  });
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "", mocha);
  await import("./manifest.suite");
  await import("./run-checks.suite");
  await import("./unsaved.suite");
  await import("./show.suite");
  await import("./start-challenge.suite");
  await import("./coaching.suite");
  await import("./course.suite");
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", (test) => say(`  ✔ ${test.fullTitle()}`));
    runner.on("fail", (test, error: Error) => say(`  ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  });
  if (failures > 0) throw new Error(`${failures} of the editor's tests failed`);
}

function say(text: string): void {
  console.log(text);
}
