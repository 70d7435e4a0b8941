// Begins a rule: its file, its test, its page and its two lines in the registry.
//
//   npm run new:rule -- <id>
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = process.env["DOCKERIZE_COACH_ROOT"] ?? join(__dirname, "..");

function main([id, ...others]: readonly string[]): number {
  if (id === undefined || others.length > 0 || !/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(id)) {
    console.error("Usage: npm run new:rule -- <id>     (the id in kebab-case, for instance copy-from-unknown)");
    return 2;
  }
  const files = {
    [`src/core/rules/${id}.ts`]: rule(id),
    [`test/core/rules/${id}.test.ts`]: test(id),
    [`docs/rules/${id}.md`]: page(),
  };
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) {
    console.error(`There is a ${taken.join(" and a ")} already: nothing was changed.`);
    return 1;
  }
  for (const [file, text] of Object.entries(files)) write(file, text);
  register(id);
  console.log(`Begun: ${Object.keys(files).join(", ")}.\nWrite the cases of the test first. Then: npm run sync:rules`);
  return 0;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** One import and one entry, both where the alphabet puts them. */
function register(id: string): void {
  const file = join(root, "src/core/rules/registry.ts");
  const lines = readFileSync(file, "utf8").split("\n");
  const imports = [...lines.filter((line) => line.includes('} from "./')), `import { ${nameOf(id)} } from "./${id}";`];
  const entries = imports.map((line) => /from "\.\/(.+)"/.exec(line)?.[1] ?? "").sort();
  const list = lines.findIndex((line) => line.startsWith("export const RULES"));
  const end = lines.indexOf("];", list);
  const text = [
    ...lines.filter((line) => line.startsWith("import type")),
    ...entries.map((entry) => `import { ${nameOf(entry)} } from "./${entry}";`),
    ...lines.slice(lines.findLastIndex((line) => line.startsWith("import ")) + 1, list + 1),
    ...entries.map((entry) => `  ${nameOf(entry)},`),
    ...lines.slice(end),
  ];
  writeFileSync(file, text.join("\n"));
}

function nameOf(id: string): string {
  return id.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function rule(id: string): string {
  return `import { defineRule } from "../lint/rule";

/** When it speaks, and when it stays silent. */
export const ${nameOf(id)} = defineRule({
  id: "${id}",
  title: "What is the matter, as a heading",
  severity: "warning",
  fix: "none",
  messages: {
    found: {
      observed: "What stands there.",
      why: "What it will cost.",
      next: "What to do.",
    },
  },

  dockerfile() {
    return [];
  },
});
`;
}

function test(id: string): string {
  return `import { ${nameOf(id)} } from "../../../src/core/rules/${id}";
import { testRule } from "../../support/rule-tester";

testRule(${nameOf(id)}, {
  valid: ["FROM python:3.11-slim\\n"],
  invalid: [{ text: "FROM «python»\\n", findings: [{ message: "found" }] }],
});
`;
}

function page(): string {
  return `# What is the matter, as a heading

What was found, in one paragraph.

## Why it matters

## What to look for

\`\`\`dockerfile bad
FROM python
\`\`\`

## What to write

\`\`\`dockerfile good
FROM python:3.11-slim
\`\`\`

## Read more

- [Dockerfile reference](https://docs.docker.com/reference/dockerfile/)
`;
}

process.exitCode = main(process.argv.slice(2));
