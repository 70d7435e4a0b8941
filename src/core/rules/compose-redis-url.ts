import { defineRule } from "../lint/rule";

/** TODO */
export const composeRedisUrl = defineRule({
  id: "compose-redis-url",
  title: "The app is not told where Redis is",
  severity: "warning",
  fix: "preferred",
  check: "compose",
  messages: {},
});
