// Mocha's own output for people, and its counts in the file of --reporter-option results=FILE, as its JSON reporter has.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = options.reporterOptions?.results;
    runner.once("end", () => file && writeFileSync(file, JSON.stringify({ stats: this.stats })));
  }
};
