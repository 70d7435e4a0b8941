import type { TextRange } from "../text";
import type { DocumentPath } from "./document-path";
import { leavesFolder } from "./path-in-folder";
import { asMap, asText, type PlainMap, saysNothing, valueAt } from "./plain-value";
import { API_SERVICE, REDIS_SERVICE } from "./needed-services";

/**
 * Something in a Compose file that a grading run never runs. `refused`: the file must not even be resolved, or nothing of it
 * can be graded. `dropped`: the run goes on without it.
 */
export interface RawFinding {
  readonly path: DocumentPath;
  readonly message: string;
  readonly severity: "refused" | "dropped";
  readonly range?: TextRange;
}

type Judge = (value: unknown, path: DocumentPath) => readonly Omit<RawFinding, "range">[];

const TOP_LEVEL: Readonly<Record<string, Judge>> = {
  include: (value, path) => (Array.isArray(value) ? value : [value]).flatMap((entry) => judgeInclude(entry, path)),
  models: (_, path) => [dropped(path, "`models` asks Docker to fetch and serve AI models. The grader never does.")],
};

const OF_A_SERVICE: Readonly<Record<string, Judge>> = {
  extends: (value, path) => judgeFile(asMap(value).file, path),
  provider: (_, path) => [judgeProvider(path)],
  models: (_, path) => [dropped(path, "`models` connects the service to an AI model. The grader leaves it out.")],
  post_start: (_, path) => [dropped(path, "`post_start` is a lifecycle hook. The grader never runs hooks.")],
  pre_stop: (_, path) => [dropped(path, "`pre_stop` is a lifecycle hook. The grader never runs hooks.")],
};

/**
 * Judges a Compose file before Compose itself sees it. Takes the plain value that the YAML stands for, merge keys resolved,
 * and the range in the text that a path of keys has. Everything that is not listed here is judged after resolving.
 */
export function judgeRaw(
  document: unknown,
  rangeOf: (path: DocumentPath) => TextRange | undefined,
): readonly RawFinding[] {
  const root = asMap(document);
  const services = Object.entries(asMap(valueAt(root, "services")));
  const findings = [
    ...judgeKeys(root, [], TOP_LEVEL),
    ...services.flatMap(([name, service]) => judgeKeys(asMap(service), ["services", name], OF_A_SERVICE)),
  ];
  return findings.map((finding) => {
    const range = rangeOf(finding.path);
    return range ? { ...finding, range } : finding;
  });
}

function judgeKeys(map: PlainMap, path: DocumentPath, judges: Readonly<Record<string, Judge>>) {
  return Object.entries(judges).flatMap(([key, judge]) => {
    const value = valueAt(map, key);
    return saysNothing(value) ? [] : judge(value, [...path, key]);
  });
}

/** Compose starts a provider's program on the host, with the user's rights, at `up`. */
function judgeProvider(path: DocumentPath): Omit<RawFinding, "range"> {
  const service = String(path[1]);
  const what = `\`${service}\` has a \`provider\`: a program that Compose starts on your own computer. The grader never runs it`;
  if (service !== API_SERVICE && service !== REDIS_SERVICE) return dropped(path, `${what} and leaves the service out.`);
  return { path, severity: "refused", message: `${what}, so \`${service}\` cannot be graded.` };
}

function judgeInclude(entry: unknown, path: DocumentPath) {
  const { path: files, project_directory: directory, env_file: envFiles } = asMap(entry);
  return [entry, files, directory, envFiles].flatMap((named) =>
    Array.isArray(named) ? named.flatMap((file) => judgeFile(file, path)) : judgeFile(named, path),
  );
}

function judgeFile(value: unknown, path: DocumentPath): readonly Omit<RawFinding, "range">[] {
  const file = asText(value);
  if (file === undefined) return [];
  const problem = problemOf(file);
  const key = String(path.at(-1));
  const message = `\`${key}\` names ${file}, ${problem}. A grading run reads only files inside your folder.`;
  return problem === undefined ? [] : [{ path, severity: "refused", message }];
}

/** Git, OCI and web addresses as Compose takes them for `include` and `extends`; a variable may stand for any of them. */
function problemOf(file: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^oci:|^git@|^github\.com\/|\.git(#|$)/i.test(file))
    return "which is not on this machine";
  if (file.includes("$")) return "which depends on a variable";
  return leavesFolder(file) ? "which is outside the folder" : undefined;
}

function dropped(path: DocumentPath, message: string): Omit<RawFinding, "range"> {
  return { path, severity: "dropped", message };
}
