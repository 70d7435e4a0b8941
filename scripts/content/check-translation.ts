import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** Each text of the interface has its Spanish one, with the same gaps, and no translation is left of a text that has gone. */
export async function checkTranslation({ root, text }: CourseContent): Promise<Finding> {
  const json = (file: string): Record<string, string> => JSON.parse(text(file)) as Record<string, string>;
  const sources = readdirSync(join(root, "src/editor"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const found = await getL10nJson(
    sources.map((name) => ({
      extension: ".ts" as const,
      contents: readFileSync(join(root, "src/editor", name), "utf8"),
    })),
  );
  const english = Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, typeof value === "string" ? value : value.message]),
  );
  const problems = [
    ...compare("package.nls.es.json", json("package.nls.json"), json("package.nls.es.json")),
    ...compare("l10n/bundle.l10n.es.json", english, json("l10n/bundle.l10n.es.json")),
  ];
  const keys = [...text("package.json").matchAll(/"%([\w.-]+)%"/g)].map(([, key = ""]) => key);
  const nls = json("package.nls.json");
  problems.push(...keys.filter((key) => nls[key] === undefined).map((key) => `package.nls.json has no ${key}`));
  return {
    problems,
    summary: [`${Object.keys(nls).length + Object.keys(english).length} texts of the interface, all in Spanish too`],
  };
}

function compare(file: string, english: Record<string, string>, translated: Record<string, string>): string[] {
  const missing = Object.keys(english)
    .filter((key) => !translated[key])
    .map((key) => `${file} has no “${key}”`);
  const left = Object.keys(translated)
    .filter((key) => english[key] === undefined)
    .map((key) => `${file}: nothing uses “${key}”`);
  const gaps = (value: string | undefined): string =>
    [...(value ?? "").matchAll(/\{\d+\}|\]\([^)]*\)/g)]
      .map(([gap]) => gap)
      .sort()
      .join();
  const wrong = Object.keys(english)
    .filter((key) => translated[key] && gaps(english[key]) !== gaps(translated[key]))
    .map((key) => `${file}: gaps or links differ in “${key}”`);
  return [...missing, ...left, ...wrong];
}
