import { defineRule } from "../lint/rule";

/** TODO */
export const workdirUnsetOrRelative = defineRule({
  id: "workdir-unset-or-relative",
  title: "Files land in a folder that nobody chose",
  severity: "warning",
  fix: "preferred",
  equivalents: { hadolint: ["DL3000", "DL3045"], buildkit: ["WorkdirRelativePath"] },
  saidBy: ["hadolint", "buildkit"],
  messages: {},
});
