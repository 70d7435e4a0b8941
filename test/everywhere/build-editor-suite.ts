import { join } from "node:path";
import * as esbuild from "esbuild";

/** Bundles what runs inside VS Code, where there is no TypeScript; resolves to the bundle's path. */
export async function buildEditorSuite(): Promise<string> {
  const outfile = join(__dirname, "..", "..", "out", "everywhere-suite", "index.js");
  await esbuild.build({
    entryPoints: [join(__dirname, "editor-suite", "index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    logLevel: "warning",
  });
  return outfile;
}
