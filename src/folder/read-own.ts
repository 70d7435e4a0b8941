import { readFile } from "node:fs/promises";
import { FolderFault } from "./folder-fault";

/** A file of the coach's own package. Throws a FolderFault where the package is not whole. */
export async function readOwn(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    const observed = `The coach's own file ${file} is missing.`;
    throw new FolderFault(
      "missing",
      { observed, why: "The package is not whole.", next: "Install the coach anew." },
      { cause: error },
    );
  });
}
