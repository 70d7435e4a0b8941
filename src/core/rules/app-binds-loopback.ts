import { defineRule } from "../lint/rule";

/** TODO */
export const appBindsLoopback = defineRule({
  id: "app-binds-loopback",
  title: "The app can be reached from inside the container only",
  severity: "warning",
  fix: "preferred",
  check: "container-healthy",
  messages: {},
});
