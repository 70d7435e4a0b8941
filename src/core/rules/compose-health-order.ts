import { defineRule } from "../lint/rule";

/** TODO */
export const composeHealthOrder = defineRule({
  id: "compose-health-order",
  title: "The app may start before Redis is ready",
  severity: "information",
  fix: "preferred",
  check: "compose",
  messages: {},
});
