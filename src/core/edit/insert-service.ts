import { COURSE } from "../course";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { servicesIn } from "../lint/course-compose";
import { insertYamlKey } from "./insert-yaml-key";
import { linesOf } from "./lines";

/** A health check for Redis, which answers it as soon as it can be used. */
export const REDIS_CHECK: readonly string[] = [
  "healthcheck:",
  '  test: ["CMD", "redis-cli", "ping"]',
  "  interval: 2s",
  "  timeout: 3s",
  "  retries: 5",
];

/** The service of the course's Redis. */
export const REDIS_LINES: readonly string[] = [
  "redis:",
  "  image: redis:7-alpine",
  ...REDIS_CHECK.map((line) => `  ${line}`),
];

/**
 * Puts a service behind the last one, or begins `services` with it. An empty line goes in front, unless the file's services
 * stand without one. Undefined where the services are written with brackets or come by an alias.
 */
export function insertService(subject: ComposeSubject, lines: readonly string[]): TextEdit | undefined {
  const { compose, file } = subject;
  const services = compose.entryAt(["services"]);
  if (!services) return insertYamlKey(subject, [], ["services:", ...lines.map((line) => `  ${line}`)]);
  const [, second] = Object.keys(servicesIn(compose.document)).map((name) => compose.entryAt(["services", name]));
  const isTight = second?.start !== undefined && linesOf(file)[second.start.line - 1]?.trim() !== "";
  const isFirst = services.kind === "nothing";
  return insertYamlKey(subject, ["services"], isFirst || isTight ? lines : ["", ...lines]);
}

/** A service that builds the Compose file's folder and publishes the app's port to this machine alone. */
export const API_LINES: readonly string[] = [
  "api:",
  "  build: .",
  "  ports:",
  `    - "127.0.0.1:${COURSE.appPort}:${COURSE.appPort}"`,
];
