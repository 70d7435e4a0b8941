// Stands in for @vscode/native-watchdog, which would have to be compiled: the testbed ends VS Code's processes itself.
exports.start = () => {};
