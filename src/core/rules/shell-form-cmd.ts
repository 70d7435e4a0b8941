import { defineRule } from "../lint/rule";

/** TODO */
export const shellFormCmd = defineRule({
  id: "shell-form-cmd",
  title: "The start command runs inside a shell",
  severity: "warning",
  fix: "preferred",
  equivalents: { hadolint: ["DL3025"], buildkit: ["JSONArgsRecommended"], dockerfileUtils: ["JSON_IN_SINGLE_QUOTES"] },
  saidBy: ["hadolint", "buildkit"],
  messages: {},
});
