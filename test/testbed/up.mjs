/** What the tests and `npm start` need from the machine, found or brought up. */
export { ensureEngine, ensureOwnEngine, OTHER_KINDS } from "./engine.mjs";
export { takeDown, takeDownLater, takeDownOnSignals } from "./take-down.mjs";
export { ensureVsCode } from "./vscode/find.mjs";
