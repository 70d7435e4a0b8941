// Bundles the extension, the command line, the grader that travels with a submission, and the pure core into dist/.
// `--watch` keeps building, unminified.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { OLD_NODE, sealGrader } from "./seal-grader.mjs";
import { thirdPartyNotices } from "./third-party-notices.mjs";
import { unusedParts } from "./unused-parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const watch = process.argv.includes("--watch");

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  target: "node20",
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
};

/** For Node: CommonJS builds of the packages, because the bundle is CommonJS too. */
const node = { ...shared, platform: "node", plugins: [unusedParts(), slashesEverywhere()] };

/** For any host, a browser's worker included: nothing of Node may be asked for. */
const neutral = {
  ...shared,
  platform: "neutral",
  mainFields: ["module", "main"],
  conditions: ["module"],
  alias: { path: "path-browserify" },
};

/** The ignore matcher takes paths with `/` on Windows too: with Node's own `path` there, `\\` would stop to escape. */
function slashesEverywhere() {
  return {
    name: "slashes-everywhere",
    setup(build) {
      build.onResolve({ filter: /^path$/ }, ({ importer, resolveDir, kind }) =>
        /@balena[\\/]dockerignore/.test(importer) ? build.resolve("path-browserify", { resolveDir, kind }) : undefined,
      );
    },
  };
}

const GRADER = "dist/grader.cjs";

const bundles = [
  { ...node, entryPoints: ["src/editor/extension.ts"], outfile: "dist/extension.js", external: ["vscode"] },
  { ...node, entryPoints: ["src/cli/main.ts"], outfile: "dist/cli.js", banner: { js: "#!/usr/bin/env node" } },
  { ...node, entryPoints: ["src/cli/grader.ts"], outfile: GRADER, banner: { js: OLD_NODE } },
  { ...neutral, entryPoints: ["src/core/index.ts"], outfile: "dist/core.js" },
];

// The pieces of the product are built as soon as they exist.
const ready = bundles.filter(({ entryPoints }) => existsSync(`${root}/${entryPoints[0]}`));

if (watch) {
  const contexts = await Promise.all(ready.map((bundle) => esbuild.context({ ...bundle, logLevel: "info" })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await mkdir(`${root}/dist`, { recursive: true });
  const results = await Promise.all(
    ready.map((bundle) => esbuild.build({ ...bundle, write: bundle.outfile !== GRADER })),
  );
  const metafiles = results.map(({ metafile }) => metafile);
  await sealGrader(
    root,
    GRADER,
    results.find(({ outputFiles }) => outputFiles),
  );
  await writeFile(`${root}/dist/THIRD-PARTY-NOTICES.txt`, await thirdPartyNotices(root, metafiles));
  for (const { outputs } of metafiles) {
    for (const [file, { bytes }] of Object.entries(outputs)) console.log(`${file}  ${Math.ceil(bytes / 1000)} kB`);
  }
  if (existsSync(`${root}/dist/cli.js`)) await chmod(`${root}/dist/cli.js`, 0o755);
}
