import { defineRule } from "../lint/rule";

/** TODO */
export const directiveMisplaced = defineRule({
  id: "directive-misplaced",
  title: "This line at the top is only a comment",
  severity: "warning",
  fix: "preferred",
  messages: {},
});
