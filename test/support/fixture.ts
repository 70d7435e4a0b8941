import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckId } from "../../src/core/checks/check-id";
import type { CheckStatus, PartResult, Score } from "../../src/core/report";
import type { Trust } from "../../src/core/trust";

/** Encodings and line ends that git or an editor might mend: the files are stored plain and written so by `materialise`. */
export type FileEncoding = "utf-16le" | "utf-8-bom" | "crlf" | "utf-8-bom-crlf";

/**
 * A submission with the verdict that the contract gives it. A folder under test/fixtures holds this as `fixture.json`;
 * every other file in it is laid over the base. Paths are relative, with `/`.
 */
export interface Fixture extends ExpectedVerdict {
  readonly name: string;
  /** what the submission is, in one sentence that goes on after "grades" */
  readonly title: string;
  /** solution: the reference; starter: what a learner begins with; empty: nothing */
  readonly base: "solution" | "starter" | "empty";
  /** files of the base that the submission lacks */
  readonly remove?: readonly string[];
  /** path → text of the base that is there exactly once → what stands there instead */
  readonly replace?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly encode?: Readonly<Record<string, FileEncoding>>;
  /** path of a symbolic link → its target */
  readonly links?: Readonly<Record<string, string>>;
  /** the oldest Docker, by its first number, that can build it; an older one is not asked to */
  readonly sinceDocker?: number;
  /** where the verdict on untrusted work differs, because something in it is refused there */
  readonly untrusted?: Partial<ExpectedVerdict>;
}

/** What a report must say. */
export interface ExpectedVerdict {
  readonly expected: Readonly<Record<CheckId, CheckStatus>>;
  /** the parts of the check `compose` */
  readonly parts?: Readonly<Record<string, PartResult["status"]>>;
  readonly score?: Omit<Score, "max">;
  /** what the learner must read in the check's observed, why or next, any case */
  readonly says?: Readonly<Partial<Record<CheckId, readonly string[]>>>;
  /** where the check must point; `text` is the start of that line, blanks aside */
  readonly location?: Readonly<Partial<Record<CheckId, { readonly file: string; readonly text: string }>>>;
}

/** The verdict that the contract gives the fixture, as the learner's own work or as somebody else's. */
export function expectedOf(fixture: Fixture, trust: Trust): ExpectedVerdict {
  const { expected, parts, score, says, location, untrusted } = fixture;
  const own = {
    expected,
    ...(parts && { parts }),
    ...(score && { score }),
    ...(says && { says }),
    ...(location && { location }),
  };
  return trust === "untrusted" ? { ...own, ...untrusted } : own;
}

const FOLDER = join(__dirname, "..", "fixtures");

/** The fixture's own folder. */
export function fixtureFolder(name: string): string {
  return join(FOLDER, name);
}

/** One fixture by its folder's name. */
export function loadFixture(name: string): Fixture {
  const described = JSON.parse(readFileSync(join(fixtureFolder(name), "fixture.json"), "utf8")) as Omit<
    Fixture,
    "name"
  >;
  return { name, ...described };
}

/** All fixtures, in the order of their names. */
export function loadFixtures(): readonly Fixture[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map((folder) => loadFixture(folder.name)).sort((a, b) => a.name.localeCompare(b.name));
}
