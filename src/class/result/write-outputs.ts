import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { folderFault } from "../../folder/folder-fault";
import { classCsv } from "./class-csv";
import { classPage } from "./class-page";
import type { ClassReport } from "../class-report";
import { writeWhole } from "../grading/kept-results";

/** The names of what a class leaves in its output folder. */
export const OUTPUTS = { json: "class.json", csv: "class.csv", page: "class.html" } as const;

/** Writes a class as JSON for machines, CSV for spreadsheets and a page to look at. Throws a FolderFault. */
export async function writeOutputs(output: string, report: ClassReport): Promise<void> {
  await mkdir(output, { recursive: true }).catch((error: unknown) => {
    throw folderFault(error, `write into the folder ${output}`);
  });
  await writeWhole(join(output, OUTPUTS.json), `${JSON.stringify(report, null, 2)}\n`);
  await writeWhole(join(output, OUTPUTS.csv), classCsv(report));
  await writeWhole(join(output, OUTPUTS.page), classPage(report));
}
