import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a step wrote into the files that the runner gives it. */
export interface Written {
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
}

const FILES = { env: "GITHUB_ENV", outputs: "GITHUB_OUTPUT", path: "GITHUB_PATH", summary: "GITHUB_STEP_SUMMARY" };

/** Makes the empty files of one step. Returns the variables that name them, and what reads them afterwards. */
export function commandFiles(folder: string): { readonly env: Record<string, string>; read(): Written } {
  mkdirSync(folder, { recursive: true });
  const file = (name: keyof typeof FILES) => join(folder, name);
  for (const name of Object.keys(FILES) as (keyof typeof FILES)[]) writeFileSync(file(name), "");
  return {
    env: Object.fromEntries(Object.entries(FILES).map(([name, variable]) => [variable, join(folder, name)])),
    read: () => ({
      env: keyValues(readFileSync(file("env"), "utf8")),
      outputs: keyValues(readFileSync(file("outputs"), "utf8")),
      path: readFileSync(file("path"), "utf8").split("\n").filter(Boolean),
      summary: readFileSync(file("summary"), "utf8"),
    }),
  };
}

/** `NAME=VALUE`, or `NAME<<END` with lines up to END; anything else is refused, as the runner does. */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  while (lines.length > 0) {
    const line = lines.shift() ?? "";
    if (line === "") continue;
    const [, name, sign, rest] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (!name || rest === undefined) throw new Error(`Invalid format '${line}'`);
    if (sign === "=") {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${rest}'`);
    values[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join("\n");
  }
  return values;
}
