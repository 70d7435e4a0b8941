import { defineRule } from "../lint/rule";

/** TODO */
export const entrypointPathMissing = defineRule({
  id: "entrypoint-path-missing",
  title: "The script to start is not at that path",
  severity: "warning",
  fix: "preferred",
  check: "container-healthy",
  messages: {},
});
