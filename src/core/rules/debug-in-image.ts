import { defineRule } from "../lint/rule";

/** TODO */
export const debugInImage = defineRule({
  id: "debug-in-image",
  title: "Flask's debugger is open to others",
  severity: "warning",
  fix: "preferred",
  messages: {},
});
