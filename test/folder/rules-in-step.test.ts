import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { ruleSettings } from "../../scripts/rules/rule-settings";
import { rulesIndex } from "../../scripts/rules/rules-index";
import { lintFile } from "../../src/core/lint/lint-file";
import { lintFolder } from "../../src/core/lint/lint-folder";
import { openProject } from "../../src/core/lint/project";
import { RULES } from "../../src/core/rules/registry";
import { submissionOf } from "../support/submission-of";
import { pageExamples } from "../support/page-examples";

const ROOT = join(__dirname, "..", "..");
const IDS = RULES.map(({ id }) => id);
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const names = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe("the rules and what stands beside them", () => {
  it("have one file each, all of them registered, by id", () => {
    assert.deepEqual(
      names("src/core/rules", ".ts").filter((name) => name !== "registry"),
      IDS,
    );
    assert.deepEqual([...new Set(IDS)].sort(), IDS, "by the alphabet, each once");
  });

  it("have one test each", () => {
    assert.deepEqual(names("test/core/rules", ".test.ts"), IDS);
  });

  it("have one page each", () => {
    assert.deepEqual(
      names("docs/rules", ".md").filter((name) => name !== "README"),
      IDS,
    );
  });

  it("stand in docs/rules/README.md as they are (npm run sync:rules)", async () => {
    const path = join(ROOT, "docs/rules/README.md");
    const made = await format(rulesIndex(), { ...(await resolveConfig(path)), parser: "markdown" });
    assert.equal(read("docs/rules/README.md"), made);
  });

  it("stand in package.json's settings as they are (npm run sync:rules)", () => {
    const { contributes } = JSON.parse(read("package.json")) as {
      contributes: { configuration: { properties: Record<string, { properties?: object } | undefined> } };
    };
    assert.deepEqual(contributes.configuration.properties["dockerizeCoach.rules"]?.properties, ruleSettings());
  });

  it("have a fix in at least 41 cases", () => {
    assert.ok(RULES.filter(({ fix }) => fix !== "none").length >= 41);
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      const page = read(`docs/rules/${rule.id}.md`);

      it("has a page with its title, its reasons, and places to read more", () => {
        assert.equal(page.split("\n")[0], `# ${rule.title}`);
        for (const heading of ["Why it matters", "What to look for", "What to write", "Read more"])
          assert.match(page, new RegExp(`^## ${heading}$`, "m"));
        assert.match(page, /\]\(https:\/\//);
      });

      it("shows an example that it speaks about, and one that it does not", () => {
        const { bad, good, others } = pageExamples(page);
        assert.ok(bad && good, "a bad and a good block");
        const speaks = (example: { path: string; text: string } | undefined): boolean => {
          const project = openProject(submissionOf({ ...others, ...(example && { [example.path]: example.text }) }));
          const inFolder = lintFolder(project).map(({ finding }) => finding);
          const inFiles = [...project.files.keys()].flatMap(
            (path) => lintFile(project, path, { rules: [rule] }).findings,
          );
          return [...inFolder, ...inFiles].some((finding) => finding.rule === rule.id);
        };
        assert.ok(speaks(bad), "silent about the bad example");
        assert.ok(!speaks(good), "speaks about the good example");
      });

      it("says in few words what was found, why it matters and what to do", () => {
        for (const { observed, why, next } of Object.values(rule.messages)) {
          for (const sentence of [observed, why, next]) assert.match(sentence, /[.?}]$/);
          const words = [observed, why, next].join(" ").split(/\s+/).length;
          assert.ok(words <= 60, `${words} words: ${observed} ${why} ${next}`);
        }
      });
    });
  }
});
