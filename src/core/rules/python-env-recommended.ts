import { defineRule } from "../lint/rule";

/** TODO */
export const pythonEnvRecommended = defineRule({
  id: "python-env-recommended",
  title: "Two settings make Python fit containers",
  severity: "hint",
  fix: "preferred",
  messages: {},
});
