import { gradeFolder } from "../../src/folder/grade-folder";

/** A grading run in a process of its own, with an environment and a clock that a test chooses; prints the report. */
const [, , folder, settings = "{}"] = process.argv;
if (folder === undefined) throw new Error("which folder?");
// Only now, because what loads this file needs a temporary folder too.
Object.assign(process.env, JSON.parse(settings));
void gradeFolder({ folder, env: process.env, signal: new AbortController().signal }).then((report) =>
  process.stdout.write(JSON.stringify(report)),
);
