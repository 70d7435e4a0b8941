import { defineRule } from "../lint/rule";

/** TODO */
export const composeRequiredServices = defineRule({
  id: "compose-required-services",
  title: "The Compose file lacks what the app needs",
  severity: "warning",
  fix: "preferred",
  check: "compose",
  equivalents: { dclint: ["require-quotes-in-ports"] },
  messages: {},
});
