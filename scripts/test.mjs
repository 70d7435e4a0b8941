// `npm test [-- --only core,cli]`: every section of test-sections.mjs, closed by one line with the counts.
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

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const total = { ...NOTHING };
let machine;
for (const section of sections) add(await runSection(section));
await takeDown();

if (total.passed + total.failed === 0) {
  console.error("\nNot one test was found: that is a failure too.");
  total.failed = 1;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

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
    const counts = await runWith(section, engine);
    if (engine && engine !== machine) await engine.down();
    return counts;
  } catch (error) {
    heading(section.title);
    console.error(error.message);
    return { ...NOTHING, failed: 1 };
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

function add(counts) {
  for (const name of Object.keys(total)) total[name] += counts[name];
}
