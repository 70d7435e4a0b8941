import { fileKind, type FileKind } from "../file-kind";
import { RULES } from "../rules/registry";
import type { SourceFile } from "../submission";
import type { TextRange } from "../text";
import { buildContextOf } from "./build-context";
import type { Finding, Found } from "./finding";
import type { Project } from "./project";
import { renderMessage } from "./render-message";
import type { Rule } from "./rule";
import type { DockerfileSubject, StagelessSubject } from "./subjects";
import { suppressionsOf } from "./suppressions";
import { tooLongToLint } from "./too-long";

export interface LintResult {
  /** in the file's order */
  readonly findings: readonly Finding[];
  /** what a comment in the file has switched off; the graded checks still count it */
  readonly suppressed: readonly Finding[];
}

/**
 * All that the rules find in one file of a project. Pure, needs no engine, and never throws; the same text always gives
 * the same findings. A file that is not there, or whose name says nothing to the coach, has none.
 * @param kind where it is known better than by the file's name
 */
export function lintFile(
  project: Project,
  path: string,
  {
    kind = fileKind(path),
    rules = RULES,
  }: { readonly kind?: FileKind | undefined; readonly rules?: readonly Rule[] } = {},
): LintResult {
  const file = project.files.get(path);
  if (!file || !kind) return { findings: [], suppressed: [] };
  const tooLong = tooLongToLint(file);
  if (tooLong) return { findings: [tooLong], suppressed: [] };
  const check = checkOf(project, file, kind);
  const findings = rules.flatMap((rule) => check(rule).map((found) => ({ rule, finding: findingOf(rule, found) })));
  const isSuppressed = suppressionsOf(file, kind, kind === "dockerfile" ? project.dockerfile(path) : undefined);
  const inOrder = findings.sort((one, other) => compareRanges(one.finding.range, other.finding.range));
  const [suppressed, shown] = [true, false].map((wanted) =>
    inOrder.flatMap(({ rule, finding }) => (isSuppressed(rule, finding) === wanted ? [finding] : [])),
  );
  return { findings: shown ?? [], suppressed: suppressed ?? [] };
}

/** A rule's finding with all that a view needs. */
export function findingOf(rule: Rule, found: Found): Finding {
  const message = rule.messages[found.message];
  return {
    rule: rule.id,
    messageId: found.message,
    message: message ? renderMessage(message, found.values) : "",
    severity: found.severity ?? rule.severity,
    range: found.range,
    fixes: found.fixes ?? [],
    related: found.related ?? [],
    unnecessary: found.unnecessary ?? false,
  };
}

/** What a rule is asked, by the kind of file. */
function checkOf(project: Project, file: SourceFile, kind: FileKind): (rule: Rule) => readonly Found[] {
  switch (kind) {
    case "dockerfile": {
      const subject = dockerfileSubject(project, file.path);
      if (!subject) return () => [];
      if ("final" in subject) return (rule) => rule.dockerfile?.(subject) ?? [];
      return (rule) => rule.stageless?.(subject) ?? [];
    }
    case "dockerignore": {
      const dockerignore = project.dockerignore(file.path);
      if (!dockerignore) return () => [];
      const subject = { file, dockerignore, project, ...readersOf(project, file.path) };
      return (rule) => rule.dockerignore?.(subject) ?? [];
    }
    case "compose": {
      const compose = project.compose(file.path);
      return (rule) => (compose && rule.compose?.({ file, compose, project })) ?? [];
    }
    case "requirements":
      return (rule) => rule.requirements?.({ file, project }) ?? [];
  }
}

/** A Dockerfile with all that its rules look at; undefined where it is not there. */
function dockerfileSubject(project: Project, path: string): DockerfileSubject | StagelessSubject | undefined {
  const file = project.files.get(path);
  const dockerfile = project.dockerfile(path);
  if (!file || !dockerfile) return undefined;
  const context = buildContextOf(project, path);
  const target = context?.target?.toLowerCase();
  const final = dockerfile.stages.findLast(({ name }) => name?.toLowerCase() === target) ?? dockerfile.stages.at(-1);
  return { file, dockerfile, project, ...(context && { context }), ...(final && { final }) };
}

/** The builds that an ignore file has a say in, and what lies in its folder. */
function readersOf(project: Project, path: string) {
  const subjects = project.dockerfilePaths.flatMap((dockerfile) => {
    const subject = dockerfileSubject(project, dockerfile);
    return subject && "final" in subject && subject.context?.dockerignore?.path === path ? [subject] : [];
  });
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const paths =
    subjects[0]?.context?.paths ??
    (project.paths && new Set([...project.paths].flatMap((each) => under(folder, each))));
  return { builds: subjects, ...(paths && { paths }) };
}

function under(folder: string, path: string): readonly string[] {
  return path.startsWith(folder) && path !== folder ? [path.slice(folder.length)] : [];
}

function compareRanges(one: TextRange, other: TextRange): number {
  return one.start.line - other.start.line || one.start.character - other.start.character;
}
