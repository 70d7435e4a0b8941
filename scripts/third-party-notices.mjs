// Collects the licences of the packages that went into the bundles: they must travel with the code.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The text of the notices: every bundled package with its version and its licence's text, by name; a text of several once. */
export async function thirdPartyNotices(root, metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageFolder)));
  const notices = await Promise.all([...folders].sort().map((folder) => notice(join(root, folder))));
  const texts = [...new Set(notices.map(({ text }) => text))];
  const blocks = texts.map((text) => {
    const names = notices.filter((other) => other.text === text).map(({ name }) => name);
    return `${names.join("\n")}\n\n${text}`;
  });
  return [`Dockerize Coach contains the following packages.\n`, ...blocks].join(`\n${"-".repeat(80)}\n\n`);
}

function packageFolder(input) {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
  return folder && !input.includes(":") ? [folder] : [];
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : "The package has no licence file of its own.\n";
  return { name: `${name} ${version} (${license})`, text };
}
