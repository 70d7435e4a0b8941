import { defineRule } from "../lint/rule";

/** TODO */
export const exposeMissingOrInvalid = defineRule({
  id: "expose-missing-or-invalid",
  title: "The app's port is not declared",
  severity: "information",
  fix: "preferred",
  equivalents: { hadolint: ["DL3011"], buildkit: ["ExposeInvalidFormat", "ExposeProtoCasing"] },
  messages: {},
});
