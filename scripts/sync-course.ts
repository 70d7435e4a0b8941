// Brings package.json's walkthroughs and the English texts of package.nls.json into line with walkthroughs/*/pages.json.
//
//   npm run sync:course
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { walkthroughContributions } from "./course/walkthrough-contributions";

const ROOT = join(__dirname, "..");

const description = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  contributes: { walkthroughs: object };
};
const texts = JSON.parse(readFileSync(join(ROOT, "package.nls.json"), "utf8")) as Record<string, string>;
const { walkthroughs, strings } = walkthroughContributions(ROOT);
description.contributes.walkthroughs = walkthroughs;
const others = Object.entries(texts).filter(([key]) => !key.startsWith("walkthroughs."));
write("package.json", description);
write("package.nls.json", { ...Object.fromEntries(others), ...strings });

function write(file: string, data: object): void {
  writeFileSync(join(ROOT, file), `${JSON.stringify(data, null, 2)}\n`);
}
