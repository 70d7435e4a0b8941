import { courseCheck } from "../../src/core/course";
import type { Equivalents, Rule } from "../../src/core/lint/rule";
import { RULES } from "../../src/core/rules/registry";

const TOOLS: Readonly<Record<keyof Equivalents, string>> = {
  hadolint: "",
  buildkit: "",
  tally: "tally ",
  dockerfileUtils: "dockerfile-utils ",
  dclint: "dclint ",
};

const FIXES = { preferred: "yes", choice: "to choose", none: "no" };

/** docs/rules/README.md, made from the registry. */
export function rulesIndex(): string {
  const fixable = RULES.filter(({ fix }) => fix !== "none").length;
  return [
    "# The coaching rules",
    "",
    "<!-- Made by `npm run sync:rules` from the rules themselves: change those. -->",
    "",
    `${RULES.length} rules, of which ${fixable} come with a fix. *yes*: Fix All makes it; *to choose*: the coach offers it and you`,
    "decide. *Points* are what the challenge's check is worth that the finding puts at risk.",
    "",
    "| Rule | What it is about | Level | Files | Fix | Points | Elsewhere |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...RULES.map(row),
    "",
  ].join("\n");
}

function row(rule: Rule): string {
  const { id, title, severity, fix, check, equivalents } = rule;
  const points = check ? `${courseCheck(check).points} (${check})` : "";
  const elsewhere = Object.entries(equivalents ?? {}).flatMap(([tool, codes]) =>
    (codes as readonly string[]).map((code) => `${TOOLS[tool as keyof Equivalents]}${code}`),
  );
  const cells = [
    `[${id}](${id}.md)`,
    title,
    severity,
    filesOf(rule).join(", "),
    FIXES[fix],
    points,
    elsewhere.join(", "),
  ];
  return `| ${cells.join(" | ")} |`;
}

function filesOf(rule: Rule): readonly string[] {
  return [
    ...(rule.dockerfile || rule.stageless ? ["Dockerfile"] : []),
    ...(rule.dockerignore ? [".dockerignore"] : []),
    ...(rule.compose ? ["Compose"] : []),
    ...(rule.requirements ? ["requirements.txt"] : []),
    ...(rule.folder ? ["folder"] : []),
  ];
}
