import { defineRule } from "../lint/rule";

/** TODO */
export const composeVersionObsolete = defineRule({
  id: "compose-version-obsolete",
  title: "`version` is no longer used",
  severity: "information",
  fix: "preferred",
  equivalents: { dclint: ["no-version-field"] },
  saidBy: ["dclint"],
  messages: {},
});
