import type { DocumentPath } from "../compose/document-path";
import { valueOf } from "../compose/value-of";
import type { PublishedPort } from "../compose/published-ports";
import type { TextEdit } from "../lint/finding";
import type { ComposeSubject } from "../lint/subjects";
import { insertYamlKey } from "./insert-yaml-key";
import { replace } from "./lines";
import { replaceYamlText } from "./replace-yaml-text";
import { quoted } from "./yaml-lines";

const MACHINE = "127.0.0.1";

/**
 * Publishes a port to this machine alone: `127.0.0.1:` in front of the short form, `host_ip` in the long one. Undefined where
 * the text cannot be changed safely.
 * @param path the list of ports
 */
export function localPort(subject: ComposeSubject, path: DocumentPath, port: PublishedPort): TextEdit | undefined {
  const item = [...path, port.index];
  const { compose } = subject;
  if (!port.isShort) return localLongForm(subject, item);
  const entry = compose.entryAt(item);
  const value = String(valueOf(compose.document, item));
  if (!entry?.valueRange || entry.isShared) return undefined;
  // `6379` alone lets Docker choose the port on the host; with an address that is written with two colons.
  const local = `${MACHINE}:${withoutAddress(value).includes(":") ? "" : ":"}${withoutAddress(value)}`;
  if (entry.kind === "plain" && entry.source === value) return replace(entry.valueRange, quoted(local, compose.layout));
  return replaceYamlText(subject, item, (text) => (text === value ? local : text));
}

function withoutAddress(text: string): string {
  return text.replace(/^(?:0\.0\.0\.0|\[::\]|\*):/, "");
}

function localLongForm(subject: ComposeSubject, item: DocumentPath): TextEdit | undefined {
  const { compose } = subject;
  const path = [...item, "host_ip"];
  if (valueOf(compose.document, path) !== undefined) return replaceYamlText(subject, path, () => MACHINE);
  const entry = compose.entryAt(item);
  return entry?.kind === "block-map" ? insertYamlKey(subject, item, [`host_ip: ${MACHINE}`]) : undefined;
}
