import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { COURSE } from "../core/course";
import { readText } from "./read-text";

/**
 * Whether a folder is the challenge: its challenge.json has the challenge's id, or there is src/app.py beside
 * requirements.txt. Never throws; a folder that cannot be read is none.
 */
export async function isChallenge(folder: string): Promise<boolean> {
  try {
    const root = await realpath(folder);
    return (
      (await namesChallenge(root)) || ((await isFile(root, "src/app.py")) && (await isFile(root, "requirements.txt")))
    );
  } catch {
    return false;
  }
}

async function namesChallenge(root: string): Promise<boolean> {
  try {
    const description = await readText(root, "challenge.json");
    const value: unknown = JSON.parse(description?.text ?? "null");
    return typeof value === "object" && value !== null && "id" in value && value.id === COURSE.id;
  } catch {
    return false;
  }
}

async function isFile(root: string, path: string): Promise<boolean> {
  return stat(join(root, path)).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
