import { asList, asMap, asText, saysNothing, valueAt } from "../compose/plain-value";
import { UNKNOWN, withDefaults } from "../compose/with-defaults";
import type { ImageReference } from "../parse/dockerfile-model";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import { parseImageReference } from "../parse/image-reference";
import { rootImage } from "../parse/root-image";
import { builtStage } from "./built-stage";
import { servicesIn } from "./course-compose";
import type { ComposeSubject } from "./subjects";

/** Docker's official images bring no health check: https://github.com/docker-library/faq#healthcheck */
const WITHOUT_CHECK: ReadonlySet<string> = new Set(
  "redis valkey/valkey postgres mysql mariadb mongo rabbitmq memcached nginx httpd python node alpine debian ubuntu busybox".split(
    " ",
  ),
);

/**
 * Whether a service has a health check: its own, its image's, or the one of the Dockerfile that it is built from; `off` where
 * it is switched off here. Undefined where nobody can tell, as of an image that we do not know.
 */
export function serviceHealth(
  subject: Pick<ComposeSubject, "compose" | "project">,
  name: string,
): "has" | "lacks" | "off" | undefined {
  const value = valueAt(servicesIn(subject.compose.document), name);
  const service = asMap(value);
  if (value === undefined || valueAt(service, "extends") !== undefined) return undefined;
  const check = asMap(valueAt(service, "healthcheck"));
  if (valueAt(check, "disable") === true || asList(valueAt(check, "test"))[0] === "NONE") return "off";
  if (!saysNothing(valueAt(check, "test"))) return "has";
  if (!saysNothing(valueAt(service, "build"))) {
    const built = builtStage(subject, name);
    if (!built) return undefined;
    const { kind } = effectiveHealthcheck(built.stage);
    if (kind === "defined") return "has";
    return kind === "disabled" || isKnown(rootImage(built.stage)) ? "lacks" : undefined;
  }
  const image = withDefaults(asText(valueAt(service, "image")) ?? UNKNOWN);
  return !image.includes(UNKNOWN) && isKnown(parseImageReference(image)) ? "lacks" : undefined;
}

function isKnown(image: ImageReference | undefined): boolean {
  return image !== undefined && image.host === undefined && WITHOUT_CHECK.has(image.repository);
}
