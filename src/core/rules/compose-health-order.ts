import { API_SERVICE, REDIS_SERVICE } from "../compose/needed-services";
import { asList, asMap, asText, valueAt } from "../compose/plain-value";
import { insertYamlKey } from "../edit/insert-yaml-key";
import { REDIS_CHECK } from "../edit/insert-service";
import { nameTestForm } from "../edit/name-test-form";
import { replaceYamlText } from "../edit/replace-yaml-text";
import { waitForService } from "../edit/wait-for-service";
import { courseCompose, servicesIn } from "../lint/course-compose";
import type { Fix, Found, TextEdit } from "../lint/finding";
import { defineRule } from "../lint/rule";
import { serviceHealth } from "../lint/service-health";
import type { ComposeSubject } from "../lint/subjects";

type Message = "noWait" | "startedOnly" | "never" | "off" | "testForm";

/**
 * A service waits until another one is healthy that has no health check, of its own, in its image or in its Dockerfile; a
 * check's list does not begin with CMD, CMD-SHELL or NONE; and, in the course's Compose file, `api` does not wait for Redis to
 * be ready. Silent about images that we do not know, and about files that only add to another one.
 * https://docs.docker.com/compose/how-tos/startup-order/
 */
export const composeHealthOrder = defineRule<Message>({
  id: "compose-health-order",
  title: "The app may start before Redis is ready",
  severity: "information",
  fix: "preferred",
  check: "compose",
  messages: {
    noWait: {
      observed: "api does not wait for redis.",
      why: "Compose starts both at once, and the app may ask for Redis before it can answer.",
      next: "Let api start when redis is healthy.",
    },
    startedOnly: {
      observed: "api waits until redis has started, not until it can answer.",
      why: "A process that runs may still be loading; the health check of redis knows when it is ready.",
      next: "Let api start when redis is healthy.",
    },
    never: {
      observed: "{service} has no health check, so it never becomes healthy.",
      why: "Compose gives up on whatever waits for that.",
      next: "Give {service} a health check, or wait only until it has started.",
    },
    off: {
      observed: "The health check of {service} is switched off, so it never becomes healthy.",
      why: "Compose gives up on whatever waits for that.",
      next: "Switch it on again, or wait only until {service} has started.",
    },
    testForm: {
      observed: "This list begins with {word}; Compose expects CMD, CMD-SHELL or NONE there.",
      why: "Compose refuses the whole file because of it.",
      next: "Begin the list with CMD, or with CMD-SHELL for a line that a shell has to read.",
    },
  },

  compose: (subject) =>
    subject.compose.problems.length > 0
      ? []
      : [...orderOfCourse(subject), ...waitsInVain(subject), ...oddTests(subject)],
});

function orderOfCourse(subject: ComposeSubject): readonly Found<Message>[] {
  const { compose } = subject;
  const services = servicesIn(compose.document);
  const path = ["services", API_SERVICE];
  const range = compose.entryAt(path)?.keyRange;
  const isBoth = valueAt(services, API_SERVICE) !== undefined && valueAt(services, REDIS_SERVICE) !== undefined;
  if (!courseCompose(subject) || !isBoth || !range) return [];
  const dependsOn = valueAt(asMap(valueAt(services, API_SERVICE)), "depends_on");
  const isListed = asList(dependsOn).includes(REDIS_SERVICE);
  const entry = valueAt(asMap(dependsOn), REDIS_SERVICE);
  const health = serviceHealth(subject, REDIS_SERVICE);
  const check = health === "lacks" ? checkEdit(subject, REDIS_SERVICE) : undefined;
  const wait = health === "has" || check ? waitForService(subject, API_SERVICE, REDIS_SERVICE) : undefined;
  const edits = wait && [...wait, ...(check ? [check] : [])];
  const fixes: readonly Fix[] =
    edits && edits.length > 0 ? [{ title: "Let api start when redis is healthy", edits, preferred: true }] : [];
  if (!isListed && entry === undefined) return [{ message: "noWait", range, fixes }];
  const isStartedOnly = isListed || asText(valueAt(asMap(entry), "condition")) === "service_started";
  if (health !== "has" || !isStartedOnly) return [];
  const index = asList(dependsOn).indexOf(REDIS_SERVICE);
  const place = compose.entryAt([...path, "depends_on", ...(isListed ? [index] : [REDIS_SERVICE, "condition"])]);
  return [{ message: "startedOnly", range: place?.valueRange ?? range, fixes }];
}

function waitsInVain(subject: ComposeSubject): readonly Found<Message>[] {
  const { compose, project } = subject;
  const isOverride = (path: string): boolean => /\.override\.[^/]*$/.test(path);
  const folder = compose.path.slice(0, compose.path.lastIndexOf("/") + 1);
  const others = [...project.files.keys()].filter((path) => isOverride(path) && path.startsWith(folder));
  if (others.length > 0 || isOverride(compose.path)) return [];
  return Object.entries(servicesIn(compose.document)).flatMap(([name, service]) =>
    Object.entries(asMap(valueAt(asMap(service), "depends_on"))).flatMap(
      ([awaited, wait]): readonly Found<Message>[] => {
        const path = ["services", name, "depends_on", awaited, "condition"];
        const health = serviceHealth(subject, awaited);
        const range = compose.entryAt(path)?.valueRange;
        const waits = valueAt(asMap(wait), "condition") === "service_healthy";
        if (!waits || !range || (health !== "lacks" && health !== "off")) return [];
        const check = health === "lacks" && awaited === REDIS_SERVICE ? checkEdit(subject, awaited) : undefined;
        const start = replaceYamlText(subject, path, () => "service_started");
        const fixes: readonly Fix[] = [
          ...(check ? [{ title: `Give ${awaited} a health check`, edits: [check], preferred: true as const }] : []),
          ...(start ? [{ title: `Wait only until ${awaited} has started`, edits: [start] }] : []),
        ];
        const message = health === "off" ? "off" : "never";
        return [{ message, severity: "error", values: { service: awaited }, range, fixes }];
      },
    ),
  );
}

/** The health check of a service that is a Redis from its image. */
function checkEdit(subject: ComposeSubject, service: string): TextEdit | undefined {
  const value = asMap(valueAt(servicesIn(subject.compose.document), service));
  const isRedis = /^(?:[\w.-]+\/)*(?:redis|valkey)(?::|@|$)/.test(asText(valueAt(value, "image")) ?? "");
  if (!isRedis || valueAt(value, "healthcheck") !== undefined || valueAt(value, "command") !== undefined)
    return undefined;
  return insertYamlKey(subject, ["services", service], REDIS_CHECK, "image");
}

function oddTests(subject: ComposeSubject): readonly Found<Message>[] {
  const { compose } = subject;
  return Object.entries(servicesIn(compose.document)).flatMap(([name, service]): readonly Found<Message>[] => {
    const words = asList(valueAt(asMap(valueAt(asMap(service), "healthcheck")), "test"));
    const [word] = words;
    if (typeof word !== "string" || ["CMD", "CMD-SHELL", "NONE"].includes(word)) return [];
    const path = ["services", name, "healthcheck", "test"];
    const range = compose.entryAt([...path, 0])?.valueRange;
    if (!range) return [];
    const fix = nameTestForm(subject, path, words);
    return [{ message: "testForm", severity: "error", values: { word }, range, fixes: fix ? [fix] : [] }];
  });
}
