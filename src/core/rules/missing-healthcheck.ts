import { defineRule } from "../lint/rule";

/** TODO */
export const missingHealthcheck = defineRule({
  id: "missing-healthcheck",
  title: "Docker cannot tell whether the app works",
  severity: "warning",
  fix: "preferred",
  check: "healthcheck",
  courseGoal: true,
  equivalents: { hadolint: ["DL3057"] },
  messages: {},
});
