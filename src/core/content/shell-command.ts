/** A shell that a terminal may run: `posix` stands for bash, zsh, sh, Git Bash and every shell of WSL. */
export type Shell = "posix" | "powershell" | "cmd";

/** A command of challenge/commands: the same in every shell, or the lines for each. */
export type ShellCommand = {
  readonly id: string;
  /** it goes on until somebody stops it, so it needs a terminal of its own */
  readonly foreground?: boolean;
} & ({ readonly run: string } | { readonly [S in Shell]: readonly string[] });

/** The lines to type into a shell. */
export function linesFor(command: ShellCommand, shell: Shell): readonly string[] {
  return "run" in command ? [command.run] : command[shell];
}

/**
 * Which of the three a shell's program is, by its path or name. The shell decides and not the operating system: Git Bash
 * on Windows is posix, PowerShell on Linux is not. An unknown one is taken for the system's usual.
 */
export function shellOf(program: string, windows: boolean): Shell {
  const name = program
    .toLowerCase()
    .replace(/^.*[\\/]/, "")
    .replace(/\.exe$/, "");
  if (/^(pwsh|powershell)/.test(name)) return "powershell";
  if (name === "cmd") return "cmd";
  if (/^(ba|z|da|k|fi)?sh$|^wsl|^git-cmd|^ubuntu|^debian/.test(name)) return "posix";
  return windows ? "powershell" : "posix";
}
