import { defineRule } from "../lint/rule";

/** TODO */
export const healthcheckToolMissing = defineRule({
  id: "healthcheck-tool-missing",
  title: "The health check's program is not in the image",
  severity: "warning",
  fix: "preferred",
  check: "healthcheck",
  messages: {},
});
