import { defineRule } from "../lint/rule";

/** TODO */
export const composeHygiene = defineRule({
  id: "compose-hygiene",
  title: "The Compose file has a weak spot",
  severity: "information",
  fix: "choice",
  equivalents: { dclint: ["service-image-require-explicit-tag"] },
  messages: {},
});
