// Brings docs/rules/README.md and package.json's settings into line with the rules.
//
//   npm run sync:rules
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { ruleSettings } from "./rules/rule-settings";
import { rulesIndex } from "./rules/rules-index";

const ROOT = join(__dirname, "..");
const INDEX = join(ROOT, "docs/rules/README.md");
const PACKAGE = join(ROOT, "package.json");

async function sync(): Promise<void> {
  const options = (await resolveConfig(INDEX)) ?? {};
  writeFileSync(INDEX, await format(rulesIndex(), { ...options, parser: "markdown" }));
  const description = JSON.parse(readFileSync(PACKAGE, "utf8")) as PackageDescription;
  const setting = description.contributes.configuration.properties["dockerizeCoach.rules"];
  if (!setting) throw new Error("package.json declares no setting dockerizeCoach.rules");
  setting.properties = ruleSettings();
  writeFileSync(PACKAGE, `${JSON.stringify(description, null, 2)}\n`);
}

interface PackageDescription {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, { properties?: object }> } };
}

void sync();
