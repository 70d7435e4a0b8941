import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root of the package, or of a checkout. */
export function packageFolder(): string {
  return join(packaged("challenge/starter"), "..", "..");
}

/** A rule's page, in Markdown. */
export function rulePage(id: string): string {
  return readFileSync(join(packaged("docs/rules"), `${id}.md`), "utf8");
}

/** A folder beside dist/, or at the root of a checkout. */
function packaged(path: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const found = join(folder, path);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error(`The coach's own ${path} is missing: install the coach anew.`);
  }
}
