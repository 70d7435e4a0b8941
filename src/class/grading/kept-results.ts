import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { folderFault } from "../../folder/folder-fault";
import type { ClassReport, Ending, Fingerprint } from "../class-report";
import { isUndecided } from "../result/mark-alike";
import { REPORT_SHAPE } from "../result/report-shape";
import type { Report } from "../../core/report";

export interface KeptResult {
  readonly ending: Ending;
  readonly report: Report;
}

/** Results that survive an interruption: a file for each submission's content, written whole or not at all. */
export interface KeptResults {
  /** An earlier result of the same files, graded in the same way by the same version, with nothing undecided. */
  find(fingerprint: Fingerprint): Promise<KeptResult | undefined>;
  keep(fingerprint: Fingerprint, result: KeptResult): Promise<void>;
}

/** What a result depends on beside the files. */
export type Circumstances = Pick<ClassReport, "grader" | "trust" | "buildNetwork">;

/**
 * Opens the folder of results in a class's output folder. Throws a FolderFault where it cannot be written to.
 * @param fresh forget earlier results
 */
export async function openKeptResults(
  output: string,
  circumstances: Circumstances,
  fresh: boolean,
): Promise<KeptResults> {
  const folder = join(output, "results");
  try {
    if (fresh) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw folderFault(error, `write into the folder ${output}`);
  }
  const { grader, trust, buildNetwork } = circumstances;
  const fileOf = ({ content }: Fingerprint) => {
    const key = JSON.stringify([grader, trust, buildNetwork, content]);
    return join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.json`);
  };
  return {
    find: async (fingerprint) => {
      const result = await read(fileOf(fingerprint));
      return result && !isUndecided(result) ? result : undefined;
    },
    keep: (fingerprint, result) => writeWhole(fileOf(fingerprint), `${JSON.stringify(result, null, 2)}\n`),
  };
}

/** Writes a file so that it is there as a whole or as it was before, however the process ends. Throws a FolderFault. */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    await writeFile(`${file}.part`, text);
    await rename(`${file}.part`, file);
  } catch (error) {
    throw folderFault(error, `write ${file}`);
  }
}

const RESULT = v.object({
  ending: v.picklist(["graded", "timed-out", "crashed", "unreadable"]),
  report: REPORT_SHAPE,
});

/** A result that is missing, damaged or of another shape is no result: the submission is graded again. */
async function read(file: string): Promise<KeptResult | undefined> {
  try {
    const parsed = v.safeParse(RESULT, JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? (parsed.output as unknown as KeptResult) : undefined;
  } catch {
    return undefined;
  }
}
