// Runs inside VS Code's extension host, copied beside the suite.json that says which suite to run and where to write.
const fs = require("node:fs");
const path = require("node:path");
const util = require("node:util");

const { suite, pipe } = JSON.parse(fs.readFileSync(path.join(__dirname, "suite.json"), "utf8"));
const output = fs.openSync(pipe, "w");

function write(text) {
  const bytes = Buffer.from(text);
  for (let sent = 0; sent < bytes.length;) {
    try {
      sent += fs.writeSync(output, bytes, sent);
    } catch (error) {
      if (error.code !== "EAGAIN") return;
    }
  }
}

for (const name of ["log", "info", "warn", "error", "debug"]) {
  const original = console[name];
  const both = function (...parameters) {
    write(`${util.format(...parameters)}\n`);
    return original.apply(this, parameters);
  };
  // VS Code makes these accessors without a setter: an assignment would be ignored in silence.
  Object.defineProperty(console, name, { configurable: true, get: () => both, set: () => {} });
}

exports.run = () => require(suite).run();
