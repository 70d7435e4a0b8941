import { asList, asMap, asText, type PlainMap, valueAt } from "./plain-value";

/** A folder or file of the project that a service gets to see, by a path with a dot in front. */
export interface BindMount {
  /** its place in the list of volumes */
  readonly index: number;
  /** relative to the Compose file's folder, without `./` and a slash behind; `""` for the folder itself */
  readonly source: string;
  /** where the container sees it, without a slash behind */
  readonly target: string;
  readonly isShort: boolean;
}

/** The bind mounts of a service below the Compose file's own folder; those with variables are left out. */
export function bindMounts(service: PlainMap): readonly BindMount[] {
  return asList(valueAt(service, "volumes")).flatMap((entry, index): readonly BindMount[] => {
    const text = asText(entry);
    const map = asMap(entry);
    const [source, target] = text === undefined ? [asText(map["source"]), asText(map["target"])] : text.split(":");
    const isBind = text !== undefined || map["type"] === "bind";
    if (!isBind || !source || !target?.startsWith("/") || !/^\.(?:\/|$)/.test(source)) return [];
    if (/\$|(?:^|\/)\.\.(?:\/|$)/.test(source + target)) return [];
    const plain = source.replace(/^\.\/?/, "").replace(/\/$/, "");
    return [{ index, source: plain, target: target.replace(/\/+$/, ""), isShort: text !== undefined }];
  });
}
