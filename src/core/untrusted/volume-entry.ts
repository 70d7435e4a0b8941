import type { DocumentPath } from "../compose/document-path";
import { asMap } from "../compose/plain-value";
import {
  type Found,
  free,
  type Judge,
  known,
  mapping,
  only,
  place,
  type PlaceRule,
  refused,
  shortOrLong,
} from "./judge";

/** A mount as `SOURCE:TARGET:MODE`. Without a source it is a volume without a name; a source without slashes and dots is a name. */
function shortEntry(value: unknown, path: DocumentPath, whyNot: PlaceRule): readonly Found[] {
  const text = String(value);
  if (text.includes("$")) return [refused(path, "depends on a variable, so that it may mount anything")];
  // `C:\x:/y` begins with a drive, which is the source's first part.
  const [source, ...others] = text.split(/(?<!^[a-z]):/i);
  if (source === undefined || others.length === 0 || /^[\w.-]*\w[\w.-]*$/.test(source)) return [];
  return place(source, path, whyNot);
}

/** A mount in its long form, by its type. */
const longEntry: Judge = (value, path, whyNot) => {
  const isBind = asMap(value)["type"] === "bind";
  return mapping({
    ...known(["target", "read_only", "consistency", "bind", "volume", "tmpfs", "image"]),
    type: only(/^(?:bind|volume|tmpfs)$/, "mounts something other than a folder, a volume or memory"),
    source: isBind ? place : free,
  })(value, path, whyNot);
};

/** An entry of a service's `volumes`. The Docker socket, in every spelling, is a path outside of the folder. */
export const volumeEntry: Judge = shortOrLong(shortEntry, longEntry);
