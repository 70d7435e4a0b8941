import { API_SERVICE, REDIS_SERVICE } from "../compose/needed-services";
import { asMap, valueAt } from "../compose/plain-value";
import { publishedPorts } from "../compose/published-ports";
import { COURSE } from "../course";
import type { ComposeGap } from "../lint/compose-gaps";
import { servicesIn } from "../lint/course-compose";
import type { Fix, TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { deleteYamlEntry } from "./delete-yaml-entry";
import { insertYamlItem } from "./insert-yaml-item";
import { insertYamlKey } from "./insert-yaml-key";
import { API_LINES, insertService, REDIS_LINES } from "./insert-service";
import { replace } from "./lines";
import { replaceYamlText } from "./replace-yaml-text";
import { waitForService } from "./wait-for-service";
import { quoted } from "./yaml-lines";

/** The address of the course's Redis, as the app is told. */
export const REDIS_URL = `redis://${REDIS_SERVICE}:6379`;

/** The fix for what a Compose file of the course lacks; none where its text cannot be changed safely. */
export function mendComposeGap(subject: ComposeSubject, gap: ComposeGap): readonly Fix[] {
  const edits = editsFor(subject, gap);
  const title = TITLES[gap.message];
  return edits && title !== undefined ? [{ title, edits, preferred: true }] : [];
}

const TITLES: Readonly<Partial<Record<ComposeGap["message"], string>>> = {
  api: "Add a service api that builds this folder",
  redis: "Add a Redis that api waits for",
  build: "Let api build this folder",
  port: `Publish the port ${COURSE.appPort} to this machine`,
  profile: "Take profiles out",
};

function editsFor(subject: ComposeSubject, { message, path }: ComposeGap): readonly TextEdit[] | undefined {
  switch (message) {
    case "api":
      return some(insertService(subject, apiLines(subject)));
    case "redis":
      return redisEdits(subject);
    case "build":
      return buildEdits(subject);
    case "port":
      return some(portEdit(subject));
    case "profile":
      return some(deleteYamlEntry(subject, path));
    default:
      return undefined;
  }
}

function some(edit: TextEdit | undefined): readonly TextEdit[] | undefined {
  return edit && [edit];
}

/** With what Redis needs of it, so that nothing is missing as soon as it is there. */
function apiLines({ compose }: ComposeSubject): readonly string[] {
  const redis = valueAt(servicesIn(compose.document), REDIS_SERVICE);
  const condition = valueAt(asMap(redis), "healthcheck") === undefined ? "service_started" : "service_healthy";
  const wait = ["  depends_on:", `    ${REDIS_SERVICE}:`, `      condition: ${condition}`];
  return [...API_LINES, "  environment:", `    REDIS_URL: ${REDIS_URL}`, ...(redis === undefined ? [] : wait)];
}

function redisEdits(subject: ComposeSubject): readonly TextEdit[] | undefined {
  const service = insertService(subject, REDIS_LINES);
  const hasApi = valueAt(servicesIn(subject.compose.document), API_SERVICE) !== undefined;
  const wait = hasApi ? waitForService(subject, API_SERVICE, REDIS_SERVICE) : [];
  // What api waits for stands in api, above the end of the services, even where both are put in at one place.
  return service && wait && [...wait, service];
}

function buildEdits(subject: ComposeSubject): readonly TextEdit[] | undefined {
  const { compose } = subject;
  const path = ["services", API_SERVICE];
  if (valueAt(asMap(valueAt(servicesIn(compose.document), API_SERVICE)), "build") !== undefined) return undefined;
  const image = compose.entryAt([...path, "image"]);
  if (!image) return some(insertYamlKey(subject, path, ["build: ."]));
  if (!image.start || image.isInFlow || image.isShared || image.holdsAnchor) return undefined;
  return [replace({ start: image.start, end: image.end }, "build: .")];
}

function portEdit(subject: ComposeSubject): TextEdit | undefined {
  const { compose } = subject;
  const services = Object.entries(servicesIn(compose.document));
  const path = ["services", API_SERVICE, "ports"];
  const written = `127.0.0.1:${COURSE.appPort}:${COURSE.appPort}`;
  const taken = services.flatMap(([name, service]) =>
    publishedPorts(asMap(service)).flatMap((port) => (covers(port.host) ? [{ name, port }] : [])),
  );
  const [first] = taken;
  if (first) {
    const { host, isShort, index } = first.port;
    if (taken.length > 1 || first.name !== API_SERVICE || !isShort || host?.[0] !== host?.[1]) return undefined;
    return replaceYamlText(subject, [...path, index], (text) => text.replace(/:\d+$/, `:${COURSE.appPort}`));
  }
  const item = quoted(written, compose.layout);
  const hasPorts = valueAt(asMap(valueAt(servicesIn(compose.document), API_SERVICE)), "ports") !== undefined;
  if (hasPorts) return insertYamlItem(subject, path, item);
  return insertYamlKey(subject, path.slice(0, -1), ["ports:", `  - ${item}`], "build");
}

function covers(range: readonly [number, number] | undefined): boolean {
  return range !== undefined && range[0] <= COURSE.appPort && COURSE.appPort <= range[1];
}
