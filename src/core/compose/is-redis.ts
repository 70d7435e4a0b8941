import { parseImageReference } from "../parse/image-reference";
import { asText, type PlainMap, valueAt } from "./plain-value";
import { withDefaults } from "./with-defaults";

/** Redis and what took over from it, from their own makers. */
const REDIS: ReadonlySet<string> = new Set(["redis", "valkey/valkey", "redis/redis-stack-server"]);

/** Whether a service starts from an image of Redis or Valkey; one that is built here is not. */
export function isRedis(service: PlainMap): boolean {
  const image = parseImageReference(withDefaults(asText(valueAt(service, "image")) ?? ""));
  return image !== undefined && valueAt(service, "build") === undefined && REDIS.has(image.repository);
}
