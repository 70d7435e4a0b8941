import type { DocumentPath } from "../compose/document-path";
import { API_SERVICE, REDIS_SERVICE } from "../compose/needed-services";
import { asMap, type PlainMap, saysNothing, valueAt } from "../compose/plain-value";
import { leadsTo, publishedPorts } from "../compose/published-ports";
import { COURSE } from "../course";
import { composeBuilds } from "./build-context";
import { servicesIn } from "./course-compose";
import type { ComposeSubject } from "./subjects";

/** Something that the challenge asks of a Compose file, or that a build of it needs, and that is not there. */
export interface ComposeGap {
  readonly message: "api" | "redis" | "build" | "dockerfile" | "target" | "port" | "profile";
  readonly values?: Readonly<Record<string, string | number>>;
  /** what in the document it is about */
  readonly path: DocumentPath;
}

/** What a Compose file of the course lacks, as far as its text and the folder say: a static look at what grading resolves. */
export function composeGaps(subject: ComposeSubject): readonly ComposeGap[] {
  const services = servicesIn(subject.compose.document);
  const api = valueAt(services, API_SERVICE);
  return [
    ...(api === undefined ? [{ message: "api", path: ["services"] } as const] : []),
    ...(valueAt(services, REDIS_SERVICE) === undefined ? [{ message: "redis", path: ["services"] } as const] : []),
    ...[API_SERVICE, REDIS_SERVICE].flatMap((service) => profileGap(asMap(valueAt(services, service)), service)),
    ...(api === undefined ? [] : [...buildGaps(subject, asMap(api)), ...portGaps(asMap(api))]),
  ];
}

function profileGap(service: PlainMap, name: string): readonly ComposeGap[] {
  if (saysNothing(valueAt(service, "profiles"))) return [];
  return [{ message: "profile", values: { service: name }, path: ["services", name, "profiles"] }];
}

function buildGaps(subject: ComposeSubject, api: PlainMap): readonly ComposeGap[] {
  const path = ["services", API_SERVICE];
  const build = valueAt(api, "build");
  if (saysNothing(build)) {
    const image = valueAt(api, "image");
    return [{ message: "build", path: saysNothing(image) ? path : [...path, "image"] }];
  }
  const { project, compose } = subject;
  if (project.composeFor("") !== compose || valueAt(asMap(build), "dockerfile_inline") !== undefined) return [];
  const found = composeBuilds(project, "").find(({ service }) => service === API_SERVICE);
  if (!found || !project.paths) return [];
  if (found.context !== "") return [{ message: "build", path: [...path, "build"] }];
  const { dockerfile, target } = found;
  const model = project.dockerfile(dockerfile);
  // A folder that is listed and not entered may hold it; and a Dockerfile that is not there yet is another rule's business.
  const isOdd = dockerfile !== "Dockerfile" && !model && !project.paths.has(dockerfile) && !dockerfile.includes("/");
  if (isOdd) return [{ message: "dockerfile", values: { file: dockerfile }, path: [...path, "build", "dockerfile"] }];
  if (!model || target === undefined || target === "" || /^\d+$/.test(target)) return [];
  if (model.stages.length === 0 || model.stages.some(({ name }) => name?.toLowerCase() === target.toLowerCase()))
    return [];
  return [{ message: "target", values: { target, file: dockerfile }, path: [...path, "build", "target"] }];
}

function portGaps(api: PlainMap): readonly ComposeGap[] {
  const path = ["services", API_SERVICE];
  if (valueAt(api, "network_mode") !== undefined) return [];
  const ports = publishedPorts(api);
  if (ports.some((port) => leadsTo(port, COURSE.appPort) !== false)) return [];
  const holder = valueAt(api, "ports") === undefined ? path : [...path, "ports"];
  return [{ message: "port", values: { port: COURSE.appPort }, path: holder }];
}
