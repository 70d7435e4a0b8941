// The headless host imports this (--ui-script) and hands over the workbench's page: runs one mocha spec against it.
// UI_SPEC: the spec file; UI_JSON: where mocha's JSON goes.
import Mocha from "mocha";
import { session } from "./session.mjs";

export default async function drive({ page, screenshot, workspace }) {
  page.setDefaultTimeout(20_000);
  Object.assign(session, { page, screenshot, workspace });
  const mocha = new Mocha({
    timeout: 180_000,
    bail: false,
    // A click or key gets lost now and then while the workbench moves its focus.
    retries: 1,
    reporter: "json",
    reporterOptions: { output: process.env.UI_JSON },
  });
  mocha.addFile(process.env.UI_SPEC);
  await mocha.loadFilesAsync();
  const runner = mocha.run();
  runner.on("pass", (test) => console.log(`  ✔ ${test.fullTitle()}`));
  // a second try must not hide why the first one failed
  runner.on("retry", (test, error) => {
    console.log(`  ↻ ${test.fullTitle()}\n    ${error.message}`);
    shots.push(screenshot(`retried ${test.title}`).catch(() => undefined));
  });
  runner.on("fail", (test, error) => {
    console.log(`  ✖ ${test.fullTitle()}\n    ${error.message}`);
    shots.push(screenshot(`failed ${test.title}`).catch(() => undefined));
  });
  const shots = [];
  await new Promise((resolve) => runner.on("end", resolve));
  await Promise.all(shots);
}
