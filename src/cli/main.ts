import { classCommand } from "./commands/class";
import { explain } from "./commands/explain";
import { grade } from "./commands/grade";
import { gradeForClass } from "./commands/grade-for-class";
import { lint } from "./commands/lint";
import { merge } from "./commands/merge";
import { start } from "./commands/start";
import { runProcess } from "./run-process";

runProcess([start, grade, lint, explain, classCommand, merge, gradeForClass]);
