import { programOf, type ShellCommand } from "../parse/shell-commands";

/** Packages of Debian and Alpine that only a build needs: what they bring at run time, Python's slim image has by itself. */
const FOR_BUILDS =
  /^(?:build-base|build-essential|cargo|clang|cmake|g\+\+|gcc|make|musl-dev|libc6?-dev|libffi-dev|libssl-dev|openssl-dev|linux-headers|pkg-config|pkgconf|python3?-dev|python3-pip|rustc|zlib1g-dev|zlib-dev)$/;
/** Both a build and the app may use them. */
const FOR_EITHER = /-dev$|^(?:git|mercurial|subversion|openssh-client|ssh|rust|golang|nodejs|npm)|\$|^[./]/;

/** What a step that installs packages of the system is for; undefined where it does more, or where it may be for both. */
export function packagesRole(commands: readonly ShellCommand[]): "build" | "run" | undefined {
  const packages: string[] = [];
  for (const command of commands) {
    const [, ...words] = command.words.map(({ text }) => text);
    const operands = words.filter((word) => !word.startsWith("-"));
    const program = programOf(command);
    if (program === "rm" && operands.every((path) => /^\/var\/(?:lib\/apt|cache)\//.test(path))) continue;
    if (!/^(?:apt-get|apt|apk)$/.test(program) || words.some((word) => /^(?:-t|--virtual|--target-release)/.test(word)))
      return undefined;
    const [action = "", ...named] = operands;
    if (action === "install" || action === "add") packages.push(...named);
    else if (!/^(?:update|clean|autoclean)$/.test(action)) return undefined;
  }
  const names = packages.map((name) => name.replace(/[=~<>].*$/, ""));
  if (names.length === 0) return undefined;
  if (names.every((name) => FOR_BUILDS.test(name))) return "build";
  return names.some((name) => FOR_BUILDS.test(name) || FOR_EITHER.test(name)) ? undefined : "run";
}
