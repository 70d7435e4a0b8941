// House rules by machine. The import boundaries are those of docs/architecture.md: data flows from the shells to the core.
import { builtinModules } from "node:module";
import tseslint from "typescript-eslint";

const NODE_MODULES = builtinModules.flatMap((name) => [name, `node:${name}`]);
const PARTS = ["core", "docker", "folder", "class", "cli", "editor"];

/** What src/<part> may not import: other parts than these, and these packages. The reason is shown to whoever tries. */
function boundary(part, { parts, packages = [], reason }) {
  const others = PARTS.filter((other) => other !== part && !parts.includes(other));
  const patterns = others.map((other) => ({ regex: `^(\\.\\./)+(src/)?${other}(/|$)`, message: reason }));
  const paths = packages.map((name) => ({ name, message: reason }));
  const restricted = packages.map((name) => ({ regex: `^${name}/`, message: reason }));
  return {
    files: [`src/${part}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { paths, patterns: [...patterns, ...restricted] }] },
  };
}

const CORE = "src/core is pure: text in, data out. Time, engine and files are handed in.";
const HOST_GLOBALS = [
  ...["process", "console", "Buffer", "require", "module", "__dirname", "__filename", "global", "globalThis"],
  ...["Date", "performance", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "fetch", "crypto"],
];

export default tseslint.config(
  { ignores: ["dist", "out", "node_modules", "challenge", "test/fixtures"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/prefer-readonly": "error",
      // a port's method is async by contract, whether this implementation has to wait or not
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only: one name, one thing." },
      ],
    },
  },
  boundary("core", { parts: [], packages: ["vscode", "dockerode", "tar-stream", ...NODE_MODULES], reason: CORE }),
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...HOST_GLOBALS.map((name) => ({ name, message: CORE }))],
      "no-restricted-properties": ["error", { object: "Math", property: "random", message: CORE }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only: one name, one thing." },
        { selector: "ImportExpression", message: CORE },
      ],
    },
  },
  boundary("docker", {
    parts: ["core"],
    packages: ["vscode"],
    reason: "src/docker is the engine's adapter: it knows core's port, and neither editor, command line nor folder.",
  }),
  boundary("folder", {
    parts: ["core", "docker"],
    packages: ["vscode", "dockerode"],
    reason: "src/folder serves editor and command line alike, and asks the engine through src/docker.",
  }),
  boundary("class", {
    parts: ["core", "docker", "folder"],
    packages: ["vscode", "dockerode"],
    reason:
      "src/class grades many folders: no editor and no command line in it, and the engine only through src/docker.",
  }),
  boundary("cli", {
    parts: ["core", "docker", "folder", "class"],
    packages: ["vscode", "dockerode"],
    reason: "src/cli is a shell of its own: no editor in it, and the engine only through src/folder and src/docker.",
  }),
  boundary("editor", {
    parts: ["core", "docker", "folder"],
    packages: ["dockerode"],
    reason: "src/editor is a shell of its own: nothing of the command line, and the engine only through src/docker.",
  }),
  {
    files: ["test/**/*.ts"],
    rules: { "no-console": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
  // describes a package as it is
  { files: ["**/*.d.ts"], rules: { "no-restricted-syntax": "off" } },
);
