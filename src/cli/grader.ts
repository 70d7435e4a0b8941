import { classCommand } from "./commands/class";
import { gradeForClass } from "./commands/grade-for-class";
import { grade } from "./commands/grade";
import { merge } from "./commands/merge";
import { runProcess } from "./run-process";

// The grader that travels with a submission or with a class: one file, nothing beside it. What needs the package's other
// files (the starter, the rules' pages) is not in it.
runProcess([grade, classCommand, merge, gradeForClass]);
