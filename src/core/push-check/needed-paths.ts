import { bindMounts } from "../compose/bind-mounts";
import { asList, asMap, asText, type PlainMap, valueAt } from "../compose/plain-value";
import { pathsCopied } from "../image/context-sources";
import type { ParsedSubmission } from "../parse/parse-submission";
import { clutterIn } from "./clutter";

export interface NeededPath {
  /** relative, with `/`; a file that is here, if perhaps with other capital letters */
  readonly path: string;
  /** `the checks`, or the file that names it */
  readonly by: string;
}

/**
 * The files of a submission that its grading needs: those that are looked at, what the Dockerfile copies by name, and what the
 * Compose file mounts or reads. Of a folder, all files that the build may see. What is not there at all is left out: the checks say so.
 */
export function neededPaths({
  submission,
  dockerfile,
  dockerignore,
  composeFile,
}: ParsedSubmission): readonly NeededPath[] {
  const looked = [dockerfile?.path, dockerignore?.path, composeFile?.path].flatMap((path) => path ?? []);
  const copied = dockerfile ? pathsCopied(dockerfile) : [];
  const services = Object.values(asMap(valueAt(asMap(composeFile?.document), "services"))).map(asMap);
  const mounted = services.flatMap((service) => [
    ...bindMounts(service).map(({ source }) => source),
    ...envFiles(service),
  ]);
  const named = [
    ...looked.map((path) => ({ path, by: "the checks" })),
    ...copied.map((path) => ({ path, by: dockerfile?.path ?? "" })),
    ...[...mounted, ...files(composeFile?.document)].map((path) => ({ path, by: composeFile?.path ?? "" })),
  ];
  const found = named.flatMap(({ path, by }) =>
    filesAt(path, submission.paths, (file) => dockerignore?.ignores(file) ?? false).map((file) => ({ path: file, by })),
  );
  return [...new Map(found.toReversed().map((each) => [each.path, each])).values()].toReversed();
}

/** The file of that name, or the files in the folder of that name; a capital letter more or less is a name of the same file to some systems. */
function filesAt(named: string, paths: ReadonlySet<string>, isHidden: (path: string) => boolean): readonly string[] {
  if (named === "") return [];
  if (paths.has(named)) return [named];
  const inside = [...paths].filter((path) => path.startsWith(`${named}/`) && !path.endsWith("/"));
  if (inside.length > 0) return inside.filter((path) => clutterIn(path) === undefined && !isHidden(path));
  const lower = named.toLowerCase();
  return [...paths].some((path) => path.toLowerCase() === lower) ? [named] : [];
}

/** https://docs.docker.com/reference/compose-file/services/#env_file: one that may be absent is not needed */
function envFiles(service: PlainMap): readonly string[] {
  const written = valueAt(service, "env_file");
  const entries = typeof written === "string" ? [written] : asList(written);
  return entries.flatMap((entry) => {
    const path =
      asText(entry) ?? (valueAt(asMap(entry), "required") === false ? undefined : asText(asMap(entry)["path"]));
    return plain(path);
  });
}

/** The files of `secrets` and `configs`. */
function files(document: unknown): readonly string[] {
  const tops = ["secrets", "configs"].map((key) => asMap(valueAt(asMap(document), key)));
  return tops.flatMap((top) => Object.values(top).flatMap((entry) => plain(asText(valueAt(asMap(entry), "file")))));
}

/** A path below the folder, without `./` in front; none where a variable or the way out of the folder stands in it. */
function plain(written: string | undefined): readonly string[] {
  if (written === undefined || /\$|(?:^|\/)\.\.(?:\/|$)|^[/~\\]|^[a-z]:/i.test(written)) return [];
  return [written.replace(/^(?:\.\/)+/, "")];
}
