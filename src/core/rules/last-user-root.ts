import { switchUserFixes } from "../edit/switch-user";
import { dropsRootItself } from "../image/needs-root";
import { defineRule } from "../lint/rule";
import { effectiveUser, isRootUser } from "../parse/effective-user";
import { userAt } from "../parse/user-at";

/**
 * The effective user of what is shipped is root in any spelling: `root`, `0`, `0:0`, quoted, or a variable's default.
 * Builder stages are nobody's business here, and an earlier root that somebody else follows is fine. Silent where a
 * variable has no value in the file, and where a program like gosu gives up root's rights at the start.
 */
export const lastUserRoot = defineRule({
  id: "last-user-root",
  title: "The app runs as root: the last user is root",
  severity: "warning",
  fix: "preferred",
  check: "non-root-user",
  courseGoal: true,
  equivalents: { hadolint: ["DL3002"] },
  messages: {
    root: {
      observed: "The last USER of the image is {user}, and that is root.",
      why: "Whoever breaks into the app may then do anything inside its container.",
      next: "Name a user without such rights here.",
    },
  },

  dockerfile(subject) {
    const { dockerfile: model, final } = subject;
    const { instruction } = effectiveUser(model, final);
    const user = userAt(model, final);
    if (!instruction || user === undefined || !isRootUser(user) || dropsRootItself(final)) return [];
    const values = { user: instruction.argument };
    return [{ message: "root", values, range: instruction.argumentRange, fixes: switchUserFixes(subject) }];
  },
});
