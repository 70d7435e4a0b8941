import { readdirSync } from "node:fs";
import { root } from "./bootstrap.mjs";

/**
 * What `npm test` runs, in this order. `steps` are programs that pass or fail as a whole; the others are mocha's, over
 * `files`. `engine`: the kind of engine they need. `editor`: the editor's own runner runs them; `usesEditor`: they start one.
 */
export const SECTIONS = [
  {
    name: "static",
    title: "Types, lint and format",
    steps: [
      ["types", "node_modules/typescript/bin/tsc", "--noEmit"],
      ["lint", "node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"],
      ["content", "node_modules/tsx/dist/cli.mjs", "scripts/check-content.ts"],
      ["format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
    ],
  },
  { name: "core", title: "Core", files: tests("core") },
  { name: "fuzz", title: "Linting whatever is typed", files: tests("fuzz") },
  { name: "folder", title: "Submissions on disk", files: tests("folder") },
  { name: "cli", title: "Command line", files: tests("cli").filter((file) => !file.includes("with-engine")) },
  { name: "class", title: "Classes", files: tests("class").filter((file) => !file.includes("with-engine")) },
  { name: "editor", title: "Editor, without VS Code", files: tests("editor") },
  { name: "testbed", title: "Testbed", files: tests("testbed"), engine: "machine" },
  { name: "docker", title: "Engine adapter", files: tests("docker"), engine: "machine" },
  { name: "cli-engine", title: "Command line with the engine", files: tests("cli/with-engine"), engine: "machine" },
  { name: "faults", title: "Broken engines and machines", files: tests("faults"), engine: "machine" },
  { name: "actions", title: "Workflows, run as a runner would", files: tests("actions"), engine: "machine" },
  {
    name: "class-engine",
    title: "Classes with the engine",
    files: [...tests("class/with-engine"), ...tests("examples")],
    engine: "machine",
  },
  { name: "grading", title: "Grading with the engine", files: tests("grading"), engine: "machine" },
  { name: "hostile", title: "Work that nobody has read, on the engine", files: tests("hostile"), engine: "machine" },
  {
    name: "everywhere",
    title: "The same report everywhere",
    files: tests("everywhere"),
    engine: "machine",
    usesEditor: true,
  },
  { name: "forky-containerd", title: "Grading on containerd's image store", ...fixturesOn("forky-containerd") },
  { name: "trixie", title: "Grading on Docker 26", ...fixturesOn("trixie") },
  { name: "bookworm", title: "Grading on Docker 20.10", ...fixturesOn("bookworm") },
  { name: "vscode", title: "Editor in a real VS Code", files: filesIn("editor/ui"), engine: "machine", editor: true },
];

/** The engines beside the main one get the fixtures alone: the rest does not depend on the engine. */
function fixturesOn(engine) {
  return { files: tests("grading").filter((file) => file.includes("fixtures")), engine };
}

function tests(folder) {
  return filesIn(folder).filter((file) => /\.test\.(ts|mjs)$/.test(file));
}

function filesIn(folder) {
  const path = `test/${folder}`;
  try {
    const names = readdirSync(`${root}/${path}`, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
    return names.sort().map((name) => `${path}/${name}`);
  } catch {
    return [];
  }
}
