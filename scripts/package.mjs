#!/usr/bin/env node
// Writes dist/dockerize-coach.vsix. What only a publisher can fill in stands at the top of package.json: `publisher` and
// `repository`; the marketplace shows the README's pictures from the repository.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);
const MOST_BYTES = 1.5e6;
const file = path.join(root, "dist", "dockerize-coach.vsix");
const { repository } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const pictures = `${repository.url.replace(/\.git$/, "")}/raw/HEAD`;

run("node", ["scripts/build.mjs"]);
const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
run("node", [
  vsce,
  "package",
  "--no-dependencies",
  "--baseContentUrl",
  pictures,
  "--baseImagesUrl",
  pictures,
  "--out",
  file,
]);
const { size } = statSync(file);
if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes; the limit is ${MOST_BYTES}.`);

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
