import { join } from "node:path";
import { cacheFolder } from "../cache-folder.mjs";

/** VS Code's server comes with code-server, the Node it runs on with node-linux-*, all from the npm registry. */
export const VERSIONS = { codeServer: "4.139.1", node: "24.21.0", playwright: "1.64.1" };

const arch = process.arch === "arm64" ? "arm64" : "x64";
export const NODE_PACKAGE = `node-linux-${arch}`;

/** What an install holds; a folder whose .stamp says something else is another version's. */
export const STAMP = `code-server=${VERSIONS.codeServer} node=${VERSIONS.node}-${arch} playwright=${VERSIONS.playwright}`;

/** Where the parts of an installed host lie, in its folder of the cache. */
export function hostPaths(folder = join(cacheFolder(), "vscode")) {
  const packages = join(folder, "host", "node_modules");
  const vscode = join(packages, "code-server", "lib", "vscode");
  return {
    folder,
    stamp: join(folder, ".stamp"),
    codeServer: join(packages, "code-server"),
    playwright: join(packages, "playwright-core"),
    vscode,
    serverMain: join(vscode, "out", "server-main.js"),
    node: join(folder, "node24", "node_modules", NODE_PACKAGE, "bin", "node"),
  };
}
