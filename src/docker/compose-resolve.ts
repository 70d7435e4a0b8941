import path from "node:path";
import type { ComposeResolution } from "../core/container-engine";
import { runCompose, throwIfUnusable } from "./compose-command";
import type { EngineContext } from "./engine-context";
import { plainLines } from "./plain-text";

const CONFIG_LIMIT = 30_000;

/**
 * What `docker compose config` makes of one file of the folder. The file is named, so Compose looks neither for an override
 * file beside it, which would make the verdict depend on a file that is often not committed, nor in parent folders.
 */
export async function resolveCompose(context: EngineContext, file: string): Promise<ComposeResolution> {
  const { folder, session, observer } = context;
  const project = [
    "-f",
    path.join(folder, file),
    "--project-directory",
    folder,
    "--project-name",
    session.name("compose"),
  ];
  const result = await runCompose(context, [...project, "config", "--format", "json"], {
    cwd: folder,
    timeoutMs: CONFIG_LIMIT,
    onLine: (line, stream) => stream === "stderr" && observer.onLog("compose", line),
  });
  const messages = plainLines(result.stderr).filter((line) => !/level=warning/.test(line) && line.trim() !== "");
  if (result.exitCode !== 0) {
    await throwIfUnusable(context, result.stderr);
    return { accepted: false, output: messages.join("\n") };
  }
  const resolved = parseConfig(result.stdout);
  if (resolved === undefined)
    return { accepted: false, output: "The project is too large: over 4 MB once it is resolved." };
  return { accepted: true, project: resolved, folder };
}

/** `config` doubles every `$`, so that what it prints can be read by Compose once more; here it is read as it is meant. */
function parseConfig(json: string): unknown {
  try {
    return JSON.parse(json.replaceAll("$$", () => "$")) as unknown;
  } catch {
    return undefined;
  }
}
