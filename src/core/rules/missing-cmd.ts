import { defineRule } from "../lint/rule";

/** TODO */
export const missingCmd = defineRule({
  id: "missing-cmd",
  title: "The image does not say what to start",
  severity: "warning",
  fix: "choice",
  check: "container-healthy",
  messages: {},
});
