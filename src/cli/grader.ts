import { grade } from "./commands/grade";
import { runProcess } from "./run-process";

// The grader that travels with a submission: one file, nothing beside it. What needs the package's other files (the starter,
// the rules' pages) is not in it.
runProcess([grade]);
