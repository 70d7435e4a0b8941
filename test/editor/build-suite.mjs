// Bundles the suite for the extension host, where there is no TypeScript.
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

/** Resolves to the bundle's path. Mocha stays outside: it loads files by their paths. */
export async function buildSuite() {
  const outfile = fileURLToPath(new URL("../../out/editor-suite/index.js", import.meta.url));
  await esbuild.build({
    entryPoints: [fileURLToPath(new URL("suite/index.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
