import { defineRule } from "../lint/rule";

/** TODO */
export const flaskEnvRemoved = defineRule({
  id: "flask-env-removed",
  title: "FLASK_ENV does nothing any more",
  severity: "information",
  fix: "preferred",
  messages: {},
});
