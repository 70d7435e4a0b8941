import { asMap, valueAt } from "../compose/plain-value";
import { servicesIn } from "../lint/course-compose";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { insertYamlItem } from "./insert-yaml-item";
import { insertYamlKey } from "./insert-yaml-key";

/**
 * Sets a variable that a service does not have yet, in the form that its `environment` is written in. Undefined where that is
 * written with brackets, or comes from elsewhere.
 */
export function setEnvironment(
  subject: ComposeSubject,
  service: string,
  name: string,
  value: string,
): TextEdit | undefined {
  const path = ["services", service, "environment"];
  const { compose } = subject;
  const environment = valueAt(asMap(valueAt(servicesIn(compose.document), service)), "environment");
  if (environment === undefined)
    return insertYamlKey(subject, path.slice(0, -1), ["environment:", `  ${name}: ${value}`]);
  const kind = compose.entryAt(path)?.kind;
  if (kind === "block-list") return insertYamlItem(subject, path, `${name}=${value}`);
  return kind === "block-map" || kind === "nothing" ? insertYamlKey(subject, path, [`${name}: ${value}`]) : undefined;
}
