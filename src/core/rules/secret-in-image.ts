import { defineRule } from "../lint/rule";

/** TODO */
export const secretInImage = defineRule({
  id: "secret-in-image",
  title: "A secret is written into the image",
  severity: "warning",
  fix: "none",
  equivalents: { hadolint: ["DL3064"], buildkit: ["SecretsUsedInArgOrEnv"] },
  saidBy: ["hadolint", "buildkit"],
  messages: {},
});
