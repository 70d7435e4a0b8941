// Makes the bundled grader a file that can travel alone: a first line that names its version and the hash of all that
// follows, by which `start --update-grader` knows it again (src/folder/grader-file.ts); a word for a Node that is too old;
// and the licences of what is in it, at its end.
import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { thirdPartyNotices } from "./third-party-notices.mjs";

/** Stands before the bundle, in words that any Node reads: the bundle itself asks for 20. */
export const OLD_NODE = `if (parseInt(process.versions.node, 10) < 20) {
  console.error("The grader needs Node 20 or later; this is Node " + process.versions.node + ". In a workflow, put actions/setup-node before it.");
  process.exit(2);
}`;

/** Writes the sealed grader, whole or not at all. `result` is esbuild's, with the bundle in memory. */
export async function sealGrader(root, outfile, { outputFiles: [bundle], metafile }) {
  const { version } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));
  const notices = (await thirdPartyNotices(root, [metafile])).replaceAll("*/", "* /");
  const rest = `${bundle.text.trimEnd()}\n/*\n${notices}*/\n`;
  const hash = createHash("sha256").update(rest).digest("hex");
  const draft = `${root}/${outfile}.${process.pid}.tmp`;
  await writeFile(draft, `// Dockerize Coach grader ${version} sha256:${hash}\n${rest}`);
  await rename(draft, `${root}/${outfile}`);
}
