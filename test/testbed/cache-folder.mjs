import { homedir } from "node:os";
import { join } from "node:path";

/** The user's cache folder of this project: what the testbed brings up is kept there, for every clone on the machine. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "dockerize-coach");
}
