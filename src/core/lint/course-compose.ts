import { API_SERVICE, REDIS_SERVICE } from "../compose/needed-services";
import { asMap, valueAt } from "../compose/plain-value";
import { leadsTo, publishedPorts } from "../compose/published-ports";
import { COURSE } from "../course";
import { isChallengeProject } from "./is-challenge-project";
import type { ComposeSubject } from "./subjects";

/**
 * Whether a Compose file is the challenge's own (`challenge`), or looks like it (`alike`): services named api and redis and no
 * others, with the course's port. Undefined for all others, for files that only add to another one, and for those that take
 * services from elsewhere: nobody can say there what they lack.
 */
export function courseCompose({ compose, project }: ComposeSubject): "challenge" | "alike" | undefined {
  const document = asMap(compose.document);
  const services = servicesIn(compose.document);
  const isPartial = /\.override\.[^/]*$/.test(compose.path) || valueAt(document, "include") !== undefined;
  const extendsOther = Object.values(services).some((service) => valueAt(asMap(service), "extends") !== undefined);
  if (compose.problems.length > 0 || isPartial || extendsOther) return undefined;
  if (isChallengeProject(project) && project.composeFor("") === compose) return "challenge";
  const names = Object.keys(services);
  const api = valueAt(services, API_SERVICE);
  const onlyOurs = names.every((name) => name === API_SERVICE || name === REDIS_SERVICE);
  if (api === undefined || !onlyOurs) return undefined;
  return publishedPorts(asMap(api)).some((port) => leadsTo(port, COURSE.appPort)) ? "alike" : undefined;
}

/** A Compose file's services by name, as plain values. */
export function servicesIn(document: unknown): Readonly<Record<string, unknown>> {
  return asMap(valueAt(asMap(document), "services"));
}
