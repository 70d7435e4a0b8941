// Stands in for @vscode/fs-copyfile, which would have to be compiled: Node's own copy does.
const { cp } = require("node:fs/promises");

exports.isSupported = () => false;
exports.copyFile = (from, to, flags) => cp(from, to, { mode: flags });
