import { defineRule } from "../lint/rule";

/** TODO */
export const redisPublished = defineRule({
  id: "redis-published",
  title: "Redis is open to the network",
  severity: "information",
  fix: "preferred",
  messages: {},
});
