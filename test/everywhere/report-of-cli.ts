import type { Report } from "../../src/core/report";
import { cli } from "../support/built-cli";

/** What the command line says of a folder, graded as the learner's own. */
export async function reportOfCli(folder: string): Promise<Report> {
  const { stdout, stderr } = await cli(["grade", folder, "--trusted", "--format", "json"]);
  if (stdout === "") throw new Error(`the command line gave no report: ${stderr}`);
  return JSON.parse(stdout) as Report;
}
