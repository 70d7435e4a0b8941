import path from "node:path";
import type { ComposeResolution, JudgedTexts } from "../../core/container-engine";
import { runCompose, throwIfUnusable } from "./compose-command";
import type { EngineContext } from "../engine-context";
import { plainLines } from "../command/plain-text";
import { writeRunFile } from "../session/run-file";
import type { Session } from "../session/session";

const CONFIG_LIMIT = 30_000;

/**
 * What `docker compose config` makes of one file of the folder. The file is named, so Compose looks neither for an override
 * file beside it, which would make the verdict depend on a file that is often not committed, nor in parent folders. Its messages
 * name the files as the learner does.
 * @param judged what Compose reads in place of the file and of .env
 */
export async function resolveCompose(
  context: EngineContext,
  file: string,
  judged?: JudgedTexts,
): Promise<ComposeResolution> {
  const { folder, session, observer } = context;
  const read = judged ? await written(session, judged) : { file: path.join(folder, file), options: [] };
  const project = ["-f", read.file, ...read.options, "--project-directory", folder];
  const args = [...project, "--project-name", session.name("compose"), "config", "--format", "json"];
  const onLine = (line: string, stream: "stdout" | "stderr") => stream === "stderr" && observer.onLog("compose", line);
  const run = () => runCompose(context, args, { cwd: folder, timeoutMs: CONFIG_LIMIT, onLine });
  const first = await run();
  // Nobody is blamed for what Compose does not say a second time.
  const result = first.exitCode === 0 ? first : await run();
  const stderr = result.stderr.replaceAll(read.file, file).replaceAll(`${folder}${path.sep}`, "");
  const messages = plainLines(stderr).filter((line) => !/level=warning/.test(line) && line.trim() !== "");
  if (result.exitCode !== 0) {
    await throwIfUnusable(context, result.stderr);
    return { accepted: false, output: messages.join("\n") };
  }
  const resolved = parseConfig(result.stdout);
  if (resolved === undefined)
    return { accepted: false, output: "The project is too large: over 4 MB once it is resolved." };
  return { accepted: true, project: resolved, folder };
}

async function written(session: Session, { compose, env }: JudgedTexts) {
  const folder = await session.tempFolder();
  const file = await writeRunFile(folder, "compose.json", compose);
  const envFile = await writeRunFile(folder, "env", env);
  return { file, options: ["--env-file", envFile] };
}

/** `config` doubles every `$`, so that what it prints can be read by Compose once more; here it is read as it is meant. */
function parseConfig(json: string): unknown {
  try {
    return JSON.parse(json.replaceAll("$$", () => "$")) as unknown;
  } catch {
    return undefined;
  }
}
