import { defineRule } from "../lint/rule";

/** TODO */
export const developmentServer = defineRule({
  id: "development-server",
  title: "The app runs on Flask's development server",
  severity: "hint",
  fix: "choice",
  messages: {},
});
