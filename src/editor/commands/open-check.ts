import { stat } from "node:fs/promises";
import * as path from "node:path";
import { commands, type Disposable, Range, Uri, window, l10n } from "vscode";
import type { CheckId } from "../../core/checks/check-id";
import type { CheckResult } from "../../core/report";
import { COMPOSE_FILE_NAMES } from "../../core/submission";
import type { Location } from "../../core/text";
import type { Coach } from "../coach";
import { currentFolder } from "../current-folder";
import { shownChecks } from "../store/shown-checks";
import { targetCheck, targetFolder } from "./target";

/** A click on a check: shows the line that it is about, or the file concerned. Runs nothing. */
export function registerOpenCheck({ store }: Coach): Disposable {
  return commands.registerCommand("dockerizeCoach.openCheck", async (target?: unknown) => {
    const folder = targetFolder(target) ?? currentFolder(store);
    const id = targetCheck(target);
    const state = folder === undefined ? undefined : store.get(folder);
    if (folder === undefined || !id || !state) return;
    const result = shownChecks(state).find((check) => check.course.id === id)?.result;
    if (result?.location && (await exists(path.join(folder, result.location.file)))) {
      return showLocation(folder, result.location);
    }
    await showFileOf(folder, id, result);
  });
}

async function showLocation(folder: string, { file, range }: Location): Promise<void> {
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.file(path.join(folder, file)), { selection, preview: true });
}

async function showFileOf(folder: string, id: CheckId, result: CheckResult | undefined): Promise<void> {
  const names = filesOf(id);
  for (const name of names) {
    const file = path.join(folder, name);
    if (await exists(file)) {
      await window.showTextDocument(Uri.file(file), { preview: true });
      return;
    }
  }
  const next = result?.next ?? l10n.t("Run the checks to see what to do first.");
  void window.showInformationMessage(`This folder has no ${names.at(-1)} yet. ${next}`);
}

/** The files that a check is about, the likeliest last-resort name at the end. */
function filesOf(id: CheckId): readonly string[] {
  if (id === "dockerignore") return [".dockerignore"];
  return id === "compose" ? COMPOSE_FILE_NAMES : ["Dockerfile"];
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
