import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Escape } from "./escapes";

const CHALLENGE = join(__dirname, "..", "..", "challenge");

/** Writes the solution with the escape over it into a folder; CANARY becomes the path of the folder outside. */
export function layEscape({ files = {}, links = {} }: Escape, folder: string, canary: string): void {
  for (const layer of ["starter", "solution"]) cpSync(join(CHALLENGE, layer), folder, { recursive: true });
  const placed = (text: string) => text.replaceAll("CANARY", canary);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), placed(text));
  }
  for (const [name, target] of Object.entries(links)) {
    rmSync(join(folder, name), { force: true });
    symlinkSync(placed(target), join(folder, name));
  }
}
