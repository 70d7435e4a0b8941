import { gradeFolder } from "../../src/folder/grade-folder";

/** A grading run in a process of its own, which a test may kill: `node --import tsx grade-child.ts <folder>`. */
const folder = process.argv[2];
if (folder === undefined) throw new Error("which folder?");
void gradeFolder({ folder, env: process.env, signal: new AbortController().signal });
