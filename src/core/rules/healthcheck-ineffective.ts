import { defineRule } from "../lint/rule";

/** TODO */
export const healthcheckIneffective = defineRule({
  id: "healthcheck-ineffective",
  title: "The health check does not test the app",
  severity: "warning",
  fix: "preferred",
  check: "healthcheck",
  messages: {},
});
