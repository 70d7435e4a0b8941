import type { MachineFacts } from "../../core/environment/machine-facts";
import { askProgram, type AskOptions } from "./ask-program";

/** Python 3 by the names that it has, and whether it can make virtual environments. Windows's own `python` may only open the Store. */
export async function findPython(system: MachineFacts["system"], options: AskOptions): Promise<MachineFacts["python"]> {
  const names = system === "windows" ? ["py", "python", "python3"] : ["python3", "python"];
  for (const program of names) {
    const version = /Python (3\.\d+\.\d+)/.exec((await askProgram(program, ["--version"], options)) ?? "")?.[1];
    if (version === undefined) continue;
    const hasVenv = (await askProgram(program, ["-c", "import venv, ensurepip"], options)) !== undefined;
    return { program, version, hasVenv };
  }
  return undefined;
}
