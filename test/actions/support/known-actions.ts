import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";

/** What an action of GitHub's own has done here. */
export interface ActionRun {
  readonly ok: boolean;
  readonly output: string;
}

export interface ActionPlace {
  /** the repository that was pushed to */
  readonly repository: string;
  readonly workspace: string;
  /** where artifacts are kept, a folder for each */
  readonly artifacts: string;
}

type Inputs = Readonly<Record<string, string>>;

/** The actions that our workflows use, by name: what they do to the files is done, their services are not asked. */
export const KNOWN_ACTIONS: Readonly<Record<string, (inputs: Inputs, place: ActionPlace) => ActionRun>> = {
  "actions/checkout": checkout,
  "actions/setup-node": () => ({ ok: true, output: `Node ${process.version} is on the PATH\n` }),
  "actions/upload-artifact": uploadArtifact,
};

/** The newest commit alone, as actions/checkout fetches it. */
function checkout(_: Inputs, { repository, workspace }: ActionPlace): ActionRun {
  const args = ["clone", "--quiet", "--depth", "1", `file://${repository}`, workspace];
  execFileSync("git", args, { stdio: "pipe" });
  return { ok: true, output: "" };
}

/** https://github.com/actions/upload-artifact: paths from the workspace, a folder with all that is in it. */
function uploadArtifact(inputs: Inputs, { workspace, artifacts }: ActionPlace): ActionRun {
  const named = (inputs["path"] ?? "").split("\n").filter(Boolean);
  const found = named.map((path) => resolve(workspace, path));
  const files = found.filter((path) => existsSync(path)).flatMap(filesBelow);
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${inputs["path"]}. No artifacts will be uploaded.`;
    const none = inputs["if-no-files-found"] ?? "warn";
    if (none === "error") return { ok: false, output: `::error::${message}\n` };
    return { ok: true, output: none === "warn" ? `::warning::${message}\n` : `${message}\n` };
  }
  const folder = join(artifacts, inputs["name"] ?? "artifact");
  for (const { file, name } of files) cpSync(file, join(folder, name), { recursive: true });
  return { ok: true, output: `${files.length} files uploaded\n` };
}

function filesBelow(path: string): { readonly file: string; readonly name: string }[] {
  if (statSync(path).isFile()) return [{ file: path, name: basename(path) }];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return { file, name: relative(path, file) };
  });
}

/** The name of an action without its version. */
export function actionName(uses: string): string {
  return uses.replace(/@.*$/, "");
}
