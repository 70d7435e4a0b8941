import { type EnvironmentEntry, environmentEntries } from "../compose/environment";
import { API_SERVICE, REDIS_SERVICE } from "../compose/needed-services";
import { asMap, saysNothing, valueAt } from "../compose/plain-value";
import { serviceHosts } from "../compose/service-hosts";
import { UNKNOWN, withDefaults } from "../compose/with-defaults";
import { REDIS_URL } from "../edit/mend-compose-gap";
import { replaceYamlText } from "../edit/replace-yaml-text";
import { setEnvironment } from "../edit/set-environment";
import { builtStage } from "../lint/built-stage";
import { courseCompose, servicesIn } from "../lint/course-compose";
import type { Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { ComposeSubject } from "../lint/subjects";
import { environmentOf } from "../parse/stage-environment";

/** `redis://user:password@host:port/database`; group 2 is the host. */
const ADDRESS = /^(rediss?:\/\/(?:[^@/]*@)?)(\[[^\]]*\]|[^:/?#]+)/;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/**
 * In the course's Compose file, or one that looks like it, `api` has no REDIS_URL, or one whose host is no service; besides,
 * in every file with an `api` and a `redis`, one that leads to the api's own container. Silent where a variable without a
 * default is in it, and about hosts that may be known in other ways. https://docs.docker.com/compose/how-tos/networking/
 */
export const composeRedisUrl = defineRule({
  id: "compose-redis-url",
  title: "The app is not told where Redis is",
  severity: "warning",
  fix: "preferred",
  check: "compose",
  messages: {
    missing: {
      observed: "api has no environment variable REDIS_URL.",
      why: "The app then does not look for Redis, and forgets its count with its container.",
      next: "Give api the address of Redis.",
    },
    inFile: {
      observed: "REDIS_URL does not stand here; perhaps it is in the env_file.",
      why: "Without it the app forgets its count with its container.",
      next: "See that the file sets it, or set it here.",
    },
    loopback: {
      observed: "REDIS_URL leads to {host}.",
      why: "Inside a container that is the container itself, and no Redis runs there.",
      next: "Name the service that Redis runs in.",
    },
    noService: {
      observed: "REDIS_URL leads to {host}, and no service has that name.",
      why: "Services find each other by their names.",
      next: "Name the service that Redis runs in.",
    },
  },

  compose(subject) {
    const { compose } = subject;
    const services = servicesIn(compose.document);
    const api = asMap(valueAt(services, API_SERVICE));
    const scope = courseCompose(subject);
    const isThere = valueAt(services, API_SERVICE) !== undefined;
    if (!isThere || valueAt(api, "network_mode") !== undefined) return [];
    const severity = scope === "challenge" ? "warning" : "information";
    const entry = environmentEntries(api, API_SERVICE).find(({ name }) => name === "REDIS_URL");
    if (entry) return wrongHost(subject, entry, scope !== undefined).map((found) => ({ ...found, severity }));
    const range = compose.entryAt(["services", API_SERVICE])?.keyRange;
    const image = builtStage(subject, API_SERVICE);
    const isInImage = image && environmentOf(image.dockerfile, image.stage).has("REDIS_URL");
    if (!scope || !range || isInImage) return [];
    const edit = setEnvironment(subject, API_SERVICE, "REDIS_URL", REDIS_URL);
    const fix = edit && { title: "Give api the address of Redis", edits: [edit] };
    if (!saysNothing(valueAt(api, "env_file")))
      return [{ message: "inFile", range, severity: "hint", fixes: fix ? [fix] : [] }];
    return [{ message: "missing", range, severity, fixes: fix ? [{ ...fix, preferred: true }] : [] }];
  },
});

function wrongHost(
  subject: ComposeSubject,
  { value, path }: EnvironmentEntry,
  isCourse: boolean,
): readonly Found<"loopback" | "noService">[] {
  const { compose } = subject;
  const host = ADDRESS.exec(withDefaults(value ?? ""))?.[2];
  const range = compose.entryAt(path)?.valueRange;
  const hasRedis = valueAt(servicesIn(compose.document), REDIS_SERVICE) !== undefined;
  if (host === undefined || host.includes(UNKNOWN) || !range || !(isCourse || hasRedis)) return [];
  const isLoopback = LOOPBACK.test(host);
  const hosts = serviceHosts(compose.document);
  const isElsewhere = !hosts || hosts.has(host) || host.includes(".") || host === REDIS_SERVICE;
  if (!isLoopback && (isElsewhere || !isCourse)) return [];
  const edit = replaceYamlText(subject, path, (text) =>
    text.replace(`//${host}`, `//${REDIS_SERVICE}`).replace(`@${host}`, `@${REDIS_SERVICE}`),
  );
  const title = `Name the service ${REDIS_SERVICE}`;
  const fixes = edit ? [{ title, edits: [edit], preferred: true as const }] : [];
  return [{ message: isLoopback ? "loopback" : "noService", values: { host }, range, fixes }];
}
