import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const REPEATED = ["extensionDevelopmentPath", "folder-uri", "file-uri"];
const VALUED = ["extensionTestsPath", "user-data-dir", "extensions-dir", "locale", "settings", "ui-script", "timeout"];

/** A path, from a path or a file: URL. */
export function localPath(text) {
  return resolve(text.startsWith("file:") ? fileURLToPath(text) : text);
}

/** The command line of the desktop's `code`, as far as it means something here; its other flags are let pass. */
export function readArguments(argv) {
  const options = { "enable-workspace-trust": { type: "boolean" }, version: { type: "boolean" } };
  for (const name of VALUED) options[name] = { type: "string" };
  for (const name of REPEATED) options[name] = { type: "string", multiple: true };
  const { values, positionals } = parseArgs({ args: argv, options, strict: false, allowPositionals: true });
  return {
    open: [...positionals, ...(values["folder-uri"] ?? []), ...(values["file-uri"] ?? [])].map(localPath),
    extensions: (values.extensionDevelopmentPath ?? []).map(localPath),
    suite: values.extensionTestsPath && localPath(values.extensionTestsPath),
    userData: values["user-data-dir"] && localPath(values["user-data-dir"]),
    extensionsFolder: values["extensions-dir"] && localPath(values["extensions-dir"]),
    uiScript: values["ui-script"] && localPath(values["ui-script"]),
    settings: values.settings ? JSON.parse(values.settings) : {},
    locale: values.locale,
    trust: values["enable-workspace-trust"] ?? false,
    version: values.version ?? false,
    limit: Number(values.timeout ?? 900) * 1000,
  };
}
