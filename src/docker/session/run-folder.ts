import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { NAME_PREFIX, type Owner } from "./labels";
import { thisOwner } from "./this-owner";

/**
 * Makes a new folder under the system's temporary folder. Its name tells whose it is, so that a later run's sweep removes it where
 * this process is killed before it does so itself.
 */
export function makeRunFolder({ owner, pid }: Owner = thisOwner()): Promise<string> {
  return mkdtemp(path.join(tmpdir(), `${NAME_PREFIX}-${owner}-${pid}-`));
}
