import { commands, type Disposable, env, l10n, type Terminal, window } from "vscode";
import { linesFor, type ShellCommand, shellOf } from "../../core/content/shell-command";
import type { Course } from "../course/course";
import { courseTarget } from "./course-target";
import { requireTrust } from "./require-trust";

/** What cannot be taken back is asked for again. */
const DELETES = /\b(down\s+.*(-v|--volumes)|prune|rmi?)\b/;

/**
 * Types a command of challenge/commands into the coach's terminal and runs it there, in the words of that terminal's shell.
 */
export function registerRunInTerminal(course: Course): Disposable {
  return commands.registerCommand("dockerizeCoach.runInTerminal", async (id?: unknown) => {
    const folder = await courseTarget(course);
    if (folder === undefined || typeof id !== "string" || !(await requireTrust())) return;
    const command = await course.files.command(id);
    if (!command) return;
    const terminal = terminalFor(command, folder, course.coach.store.get(folder)?.name ?? "");
    const lines = linesFor(command, shellOf(programOf(terminal), process.platform === "win32"));
    if (lines.some((line) => DELETES.test(line)) && !(await confirm(lines))) return;
    terminal.show(true);
    for (const line of lines) terminal.sendText(line);
  });
}

/**
 * The coach's terminal of this folder; a command that goes on has one of its own, because what is typed after it would wait for its end.
 * Started again, it takes the place of the one before.
 */
function terminalFor(command: ShellCommand, folder: string, name: string): Terminal {
  const title = `Dockerize Coach: ${name}${command.foreground ? ` (${command.id})` : ""}`;
  const open = window.terminals.find((terminal) => terminal.name === title && terminal.exitStatus === undefined);
  if (open && !command.foreground) return open;
  open?.dispose();
  return window.createTerminal({ name: title, cwd: folder });
}

/** The terminal's shell where VS Code tells it (since 1.98), else the one that it would start. */
function programOf({ state, creationOptions }: Terminal): string {
  const told = (state as { readonly shell?: string }).shell;
  const chosen = "shellPath" in creationOptions ? creationOptions.shellPath : undefined;
  return told ?? chosen ?? env.shell;
}

async function confirm(lines: readonly string[]): Promise<boolean> {
  const run = l10n.t("Run It");
  const chosen = await window.showWarningMessage(
    l10n.t("This deletes something, and it cannot be taken back."),
    { modal: true, detail: lines.join("\n") },
    run,
  );
  return chosen === run;
}
