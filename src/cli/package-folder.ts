import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the package keeps the challenge's starter: beside dist/, or at the root of a checkout. */
export function starterFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const starter = join(folder, "challenge", "starter");
    if (existsSync(starter)) return starter;
    if (folder === dirname(folder))
      throw new Error("The challenge's starter files are missing: install the coach anew.");
  }
}
