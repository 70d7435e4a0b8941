// `npm test [-- --only core,cli]`: every section of test-sections.mjs, closed by what failed and one line with the counts.
import { parseArgs } from "node:util";
import {
  ensureEngine,
  ensureOwnEngine,
  ensureVsCode,
  takeDown,
  takeDownLater,
  takeDownOnSignals,
} from "../test/testbed/up.mjs";
import { bootstrap, root } from "./bootstrap.mjs";
import { runEditor, runMocha, runSteps } from "./run-section.mjs";
import { SECTIONS } from "./test-sections.mjs";

process.chdir(root);
const sections = chosen();
bootstrap();
takeDownOnSignals();

const NOTHING = { passed: 0, failures: [], skipped: 0 };
const results = [];
let machine;
for (const section of sections) results.push(await runSection(section));
await takeDown();

const failures = results.flatMap((result) => result.failures);
const passed = sum("passed");
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
if (passed + failures.length === 0) failures.push({ name: "npm test", message: "not one test was found" });
if (failures.length > 0) heading("What failed");
// Said again here, as who reads a long log reads its end.
for (const { name, message } of failures) console.log(`  ✖ ${name}\n    ${message.replaceAll("\n", "\n    ")}`);
console.log(`\n${passed} passed, ${failures.length} failed${skipped}`);
process.exit(failures.length > 0 ? 1 : 0);

function sum(count) {
  return results.reduce((total, result) => total + result[count], 0);
}

function chosen() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (values.only === undefined) return SECTIONS;
  const names = values.only.split(",");
  const unknown = names.filter((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown.length === 0) return SECTIONS.filter(({ name }) => names.includes(name));
  console.error(`--only ${unknown.join(",")}: there are ${SECTIONS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

async function runSection(section) {
  if (section.files?.length === 0) return NOTHING;
  try {
    const engine = await engineOf(section);
    if (engine === "not here") return NOTHING;
    heading(section.title, engine?.version);
    const { failures, ...counts } = await runWith(section, engine);
    if (engine && engine !== machine) await engine.down();
    return {
      ...counts,
      failures: failures.map(({ name, message }) => ({ name: `${section.title}: ${name}`, message })),
    };
  } catch (error) {
    heading(section.title);
    console.error(error.message);
    return { ...NOTHING, failures: [{ name: section.title, message: error.message }] };
  }
}

async function runWith(section, engine) {
  if (section.steps) return runSteps(section);
  const env = engine?.env ?? process.env;
  if (section.editor) return runEditor(env, await ensureVsCode());
  const editor = section.usesEditor && (await ensureVsCode()).executable;
  return runMocha(section, editor ? { ...env, VSCODE_EXECUTABLE: editor } : env);
}

/** The engine that a section needs. The machine's own stays up for all; ours of other kinds only beside our own. */
async function engineOf({ engine }) {
  if (!engine) return undefined;
  machine ??= takeDownLater(await ensureEngine());
  if (engine === "machine") return machine;
  return machine.own ? takeDownLater(await ensureOwnEngine(engine)) : "not here";
}

function heading(...words) {
  const text = words.filter(Boolean).join(", ");
  console.log(`\n${text}\n${"─".repeat(text.length)}`);
}
