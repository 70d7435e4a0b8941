// Mocha's own output for people, and in the file of --reporter-option results=FILE its counts and what failed, as its
// JSON reporter has them.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = options.reporterOptions?.results;
    runner.once(
      "end",
      () => file && writeFileSync(file, JSON.stringify({ stats: this.stats, failures: this.failures.map(said) })),
    );
  }
};

function said(test) {
  return { fullTitle: test.fullTitle(), err: { message: test.err?.message } };
}
