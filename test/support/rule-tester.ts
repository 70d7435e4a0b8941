import assert from "node:assert/strict";
import { applyEdits } from "../../src/core/edit/apply-edits";
import type { Finding, Fix, Severity } from "../../src/core/lint/finding";
import { fileKind } from "../../src/core/file-kind";
import { lintFile } from "../../src/core/lint/lint-file";
import { openProject, type Project, withText } from "../../src/core/lint/project";
import type { Rule } from "../../src/core/lint/rule";
import { RULES } from "../../src/core/rules/registry";
import type { SourceFile } from "../../src/core/submission";
import type { TextRange } from "../../src/core/text";

/** One text of which a rule says something, or nothing. */
export interface RuleCase {
  /** what the case shows, where the text does not say it */
  readonly name?: string;
  /** the file; in invalid cases each finding's place stands between « and », in the file's order */
  readonly text: string;
  /** the file's path in its folder; `Dockerfile` unless given */
  readonly path?: string;
  /** the other files of the folder, by path; a path that ends with `/` is an empty folder */
  readonly with?: Readonly<Record<string, string>>;
  readonly encoding?: SourceFile["encoding"];
}

export interface InvalidCase extends RuleCase {
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  /** the message's id */
  readonly message: string;
  /** the rule's own unless given */
  readonly severity?: Severity;
  /** what each fix makes of the file, in their order; a finding without fixes has none */
  readonly fixes?: readonly ExpectedFix[];
  /** where marks cannot show it: `[line, character, line, character]`, from 0; then the text holds no marks at all */
  readonly at?: readonly [number, number, number, number];
  /** texts that the rendered message must contain */
  readonly says?: readonly string[];
}

export interface ExpectedFix {
  readonly title?: string;
  /** the file after the fix; not given where the fix changes other files alone */
  readonly text?: string;
  /** other files that the fix changes or makes, as they are after it */
  readonly files?: Readonly<Record<string, string>>;
}

export interface RuleCases {
  readonly valid: readonly (string | RuleCase)[];
  readonly invalid: readonly InvalidCase[];
}

/**
 * Tests a rule as its cases say, each with exact ranges, messages and fixed texts. Besides, it refuses a case listed
 * twice, a message that no case shows, a fix that changes nothing, loses a comment, makes a file unreadable, leaves its
 * finding in place or brings a new one of any rule, and a fixable rule no case of which fixes.
 */
export function testRule(rule: Rule, { valid, invalid }: RuleCases): void {
  describe(rule.id, () => {
    const quiet = valid.map((each) => (typeof each === "string" ? { text: each } : each));
    for (const each of quiet) it(`is silent: ${nameOf(each)}`, () => assertSilent(rule, each));
    for (const each of invalid) it(`speaks: ${nameOf(each)}`, () => assertSpeaks(rule, each));
    it("lists no case twice", () => assertNoneTwice([...quiet, ...invalid]));
    it("shows each of its messages", () => assertAllMessages(rule, invalid));
    it("shows its fixes, where it has any", () => assertFixes(rule, invalid));
  });
}

function nameOf({ name, text }: RuleCase): string {
  return name ?? JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);
}

function assertSilent(rule: Rule, each: RuleCase): void {
  assert.doesNotMatch(each.text, /[«»]/, "marks belong into invalid cases");
  const found = findingsOf(rule, projectOf(each, each.text), each);
  assert.deepEqual(found.map(brief), []);
}

function assertSpeaks(rule: Rule, each: InvalidCase): void {
  const { text, ranges } = unmarked(each.text);
  const project = projectOf(each, text);
  const found = findingsOf(rule, project, each);
  const expected = each.findings.map(({ message, severity = rule.severity, at }, index) => {
    const range = at ? rangeOf(at) : ranges[index];
    return { message, severity, range: range ? shownRange(range) : "(no mark)" };
  });
  assert.deepEqual(found.map(brief), expected);
  if (each.findings.every(({ at }) => !at)) assert.equal(ranges.length, each.findings.length, "one mark per finding");
  found.forEach((finding, index) => {
    const { fixes = [], says = [] } = each.findings[index] ?? {};
    for (const words of says)
      assert.ok(finding.message.includes(words), `"${finding.message}" does not say "${words}"`);
    assert.doesNotMatch(finding.message, /(?<!\$)\{\w+\}/, "a value of the message is missing");
    assert.equal(
      finding.fixes.length,
      fixes.length,
      `fixes offered: ${finding.fixes.map(({ title }) => title).join("; ")}`,
    );
    finding.fixes.forEach((fix, nth) => assertFix(rule, project, each, finding, fix, fixes[nth] ?? {}));
  });
}

function assertFix(
  rule: Rule,
  before: Project,
  each: RuleCase,
  finding: Finding,
  fix: Fix,
  expected: ExpectedFix,
): void {
  const path = pathOf(each);
  const after = projectAfter(before, path, fix);
  const texts = Object.fromEntries(
    [...new Set(fix.edits.map(({ file = path }) => file))].map((file) => [file, after.files.get(file)?.text]),
  );
  const wanted = { ...(expected.text !== undefined && { [path]: expected.text }), ...expected.files };
  assert.deepEqual(texts, wanted, `after "${fix.title}"`);
  if (expected.title !== undefined) assert.equal(fix.title, expected.title);
  for (const file of Object.keys(texts)) assertKeepsWhatWasThere(before, after, file);
  const counts = countsOf(before, rule);
  const countsAfter = countsOf(after, rule);
  const key = `${path} ${finding.rule} ${finding.messageId}`;
  assert.ok((countsAfter.get(key) ?? 0) < (counts.get(key) ?? 0), `"${fix.title}" leaves its finding in place`);
  for (const [other, count] of countsAfter)
    assert.ok(count <= (counts.get(other) ?? 0), `"${fix.title}" brings a new finding: ${other}`);
  assert.equal(rule.messages[finding.messageId] !== undefined, true);
}

function assertKeepsWhatWasThere(before: Project, after: Project, file: string): void {
  const [one, other] = [before.files.get(file)?.text, after.files.get(file)?.text ?? ""];
  assert.notEqual(other, one ?? "", "a fix must change something");
  if (one === undefined) return;
  // a directive is no comment: two of a kind may become one
  const isComment = (line: string) => /^\s*#(?!\s*(?:syntax|escape|check)\s*=)/i.test(line);
  const comments = one.split(/\r?\n/).filter((line) => isComment(line) && fileKind(file) !== "requirements");
  for (const comment of comments) assert.ok(other.includes(comment.trim()), `the fix loses the comment ${comment}`);
  if (one.includes("\r\n")) assert.doesNotMatch(other, /[^\r]\n/, "the fix mixes line ends");
  if (fileKind(file) === "dockerfile" && before.dockerfile(file)?.problems.length === 0)
    assert.deepEqual(after.dockerfile(file)?.problems, [], "the fixed file does not parse");
  if (fileKind(file) === "compose" && before.compose(file)?.problems.length === 0)
    assert.deepEqual(after.compose(file)?.problems, [], "the fixed file does not parse");
}

/** The project after a fix, the files included that it makes. */
export function projectAfter(before: Project, path: string, fix: Fix): Project {
  const files = new Set(fix.edits.map(({ file = path }) => file));
  return [...files].reduce((project, file) => {
    const edits = fix.edits.filter((edit) => (edit.file ?? path) === file);
    return withText(project, file, applyEdits(project.files.get(file)?.text ?? "", edits));
  }, before);
}

/** How often each rule's each message is said in all files, the rule under test among them. */
function countsOf(project: Project, own: Rule): ReadonlyMap<string, number> {
  const rules = RULES.includes(own) ? RULES : [...RULES, own];
  const counts = new Map<string, number>();
  for (const path of project.files.keys()) {
    for (const { rule, messageId } of lintFile(project, path, { rules }).findings) {
      const key = `${path} ${rule} ${messageId}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function findingsOf(rule: Rule, project: Project, each: RuleCase): readonly Finding[] {
  return lintFile(project, pathOf(each), { rules: [rule] }).findings;
}

function projectOf(each: RuleCase, text: string): Project {
  const path = pathOf(each);
  const others = Object.entries(each.with ?? {});
  const files = others
    .filter(([name]) => !name.endsWith("/"))
    .map(([name, content]): [string, SourceFile] => [name, { path: name, text: content, encoding: "utf-8" }]);
  const file: SourceFile = { path, text, encoding: each.encoding ?? "utf-8" };
  const names = [path, ...others.map(([name]) => name)];
  return openProject({ files: new Map([...files, [path, file]]), paths: new Set(names.flatMap(withParents)) });
}

function withParents(path: string): readonly string[] {
  const names = path.replace(/\/$/, "").split("/").slice(0, -1);
  return [...names.map((_, index) => `${names.slice(0, index + 1).join("/")}/`), path];
}

function pathOf({ path }: RuleCase): string {
  return path ?? "Dockerfile";
}

/** The text without its marks, and the places that they stood around. */
function unmarked(marked: string): { readonly text: string; readonly ranges: readonly TextRange[] } {
  let text = "";
  let start: TextRange["start"] = { line: 0, character: 0 };
  const ranges: TextRange[] = [];
  const position = (): TextRange["start"] => {
    const lines = text.split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  for (const character of marked) {
    if (character === "«") start = position();
    else if (character === "»") ranges.push({ start, end: position() });
    else text += character;
  }
  return { text, ranges };
}

function rangeOf([line, character, endLine, endCharacter]: readonly [number, number, number, number]): TextRange {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function brief({ messageId, severity, range }: Finding) {
  return { message: messageId, severity, range: shownRange(range) };
}

function shownRange({ start, end }: TextRange): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

function assertNoneTwice(cases: readonly RuleCase[]): void {
  const keys = cases.map((each) =>
    JSON.stringify([each.text.replace(/[«»]/g, ""), each.path, each.with, each.encoding]),
  );
  assert.deepEqual(
    keys.filter((key, index) => keys.indexOf(key) !== index),
    [],
  );
}

function assertAllMessages(rule: Rule, invalid: readonly InvalidCase[]): void {
  const shown = new Set(invalid.flatMap(({ findings }) => findings.map(({ message }) => message)));
  const inFolders = rule.folder ? Object.keys(rule.messages).filter((id) => id.startsWith("absent")) : [];
  const missing = Object.keys(rule.messages).filter((id) => !shown.has(id) && !inFolders.includes(id));
  assert.deepEqual(missing, [], "messages that no case shows");
  assert.ok(RULES.includes(rule), "the registry does not have the rule");
}

function assertFixes(rule: Rule, invalid: readonly InvalidCase[]): void {
  const offered = invalid.flatMap((each) =>
    findingsOf(rule, projectOf(each, unmarked(each.text).text), each).flatMap(({ fixes }) => fixes),
  );
  const isPreferred = offered.some(({ preferred }) => preferred);
  const seen = offered.length === 0 ? "none" : isPreferred ? "preferred" : "choice";
  if (!rule.folder || rule.dockerfile || rule.compose)
    assert.equal(seen, rule.fix, "what the cases show against rule.fix");
}
