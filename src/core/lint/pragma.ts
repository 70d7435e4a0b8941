import type { FileKind } from "../file-kind";
import type { Rule } from "./rule";

/** What a comment switches off. */
export interface Pragma {
  covers(rule: Rule): boolean;
  /** it counts for the whole file, wherever it stands */
  readonly isGlobal: boolean;
  /** it names no rule: what is an error is too much to be switched off in passing */
  readonly isBlanket: boolean;
}

/** Ours: group 1 is what stands before the list of rules, group 2 the list. A reason may follow, and need not. */
export const OWN_PRAGMA = /^(\s*#\s*dockerize-coach\s+ignore\s*=\s*)([a-z][\w.-]*(?:\s*,\s*[a-z][\w.-]*)*)/i;
/** https://github.com/hadolint/hadolint#inline-ignores; a reason behind it needs no second # here */
const HADOLINT = /^\s*#\s*hadolint\s+(global\s+)?ignore\s*=\s*((?:DL|SC)\d+(?:\s*,\s*(?:DL|SC)\d+)*)/i;
/** https://docs.docker.com/reference/dockerfile/#check */
const BUILDKIT = /^\s*#\s*check\s*=\s*(.+)$/i;
/** https://github.com/rcjsuen/dockerfile-utils#ignore-comments */
const DOCKERFILE_UTILS = /^\s*#\s*dockerfile-utils:\s*ignore\s*$/i;

/** Reads a comment line that switches rules off, in our words or, in a Dockerfile, in those of another tool. */
export function readPragma(comment: string, kind: FileKind): Pragma | undefined {
  const [, , own] = OWN_PRAGMA.exec(comment) ?? [];
  if (own !== undefined) return named(listOf(own), ({ id }) => [id]);
  if (kind !== "dockerfile") return undefined;
  const [, global, codes] = HADOLINT.exec(comment) ?? [];
  if (codes !== undefined)
    return { ...named(listOf(codes), ({ equivalents }) => equivalents?.hadolint), isGlobal: global !== undefined };
  if (DOCKERFILE_UTILS.test(comment)) return blanket(({ equivalents }) => equivalents?.dockerfileUtils);
  return readCheck(BUILDKIT.exec(comment)?.[1]);
}

/** The value of a `check=` comment, for instance `skip=JSONArgsRecommended,StageNameCasing;error=true`. */
function readCheck(value: string | undefined): Pragma | undefined {
  const options = value?.split(";").map((option) => option.split("=")) ?? [];
  const skipped = options.find(([name]) => name?.trim().toLowerCase() === "skip")?.[1];
  if (skipped === undefined) return undefined;
  if (skipped.trim().toLowerCase() === "all") return blanket(({ equivalents }) => equivalents?.buildkit);
  return named(listOf(skipped), ({ equivalents }) => equivalents?.buildkit);
}

function named(names: ReadonlySet<string>, namesOf: (rule: Rule) => readonly string[] | undefined): Pragma {
  return {
    covers: (rule) => namesOf(rule)?.some((name) => names.has(name.toLowerCase())) ?? false,
    isGlobal: false,
    isBlanket: false,
  };
}

function blanket(namesOf: (rule: Rule) => readonly string[] | undefined): Pragma {
  return { covers: (rule) => (namesOf(rule)?.length ?? 0) > 0, isGlobal: false, isBlanket: true };
}

function listOf(names: string): ReadonlySet<string> {
  return new Set(names.split(",").map((name) => name.trim().toLowerCase()));
}
