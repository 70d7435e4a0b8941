import { defineRule } from "../lint/rule";

/** TODO */
export const installAfterSourceCopy = defineRule({
  id: "install-after-source-copy",
  title: "Every change in the source installs the packages again",
  severity: "information",
  fix: "preferred",
  courseGoal: true,
  messages: {},
});
