import { explain } from "./commands/explain";
import { grade } from "./commands/grade";
import { lint } from "./commands/lint";
import { start } from "./commands/start";
import { runProcess } from "./run-process";

runProcess([start, grade, lint, explain]);
