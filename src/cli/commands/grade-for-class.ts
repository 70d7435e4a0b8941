import { CHILD_COMMAND } from "../../class/grading/grade-in-child";
import { gradeForParent } from "../../class/grading/grading-child";
import type { Command } from "../command";
import { EXIT } from "../exit-codes";
import { UsageError } from "../usage-error";

/** What `class` starts for each submission; not listed, as it is of no use to a person. */
export const gradeForClass: Command = {
  name: CHILD_COMMAND,
  usage: CHILD_COMMAND,
  summary: "grade one submission for the process that has started this one",
  help: "`class` uses it; use `grade`.",
  hidden: true,
  async run(_, { env, signal }) {
    if (!process.send) throw new UsageError("only `class` can use this command; use `grade`");
    await gradeForParent(env, signal);
    return EXIT.ok;
  },
};
