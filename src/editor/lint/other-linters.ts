import type { Equivalents } from "../../core/lint/rule";

/** A family of codes, as rules name them. */
export type Family = keyof Equivalents;

/** What is set about rules that other extensions stand in for. */
export type OtherLintersSetting = "auto" | "always" | "never";

/** An extension that says things of its own about the same files, and whose codes those are. */
interface OtherLinter {
  readonly extension: string;
  readonly says: readonly Family[];
}

/** What each one shows. Extensions that only bring colours, or run containers, are not here. */
export const OTHER_LINTERS: readonly OtherLinter[] = [
  // Its language server asks BuildKit: https://github.com/docker/docker-language-server#features
  { extension: "docker.docker", says: ["buildkit"] },
  // Both bring the Dockerfile language server, which shows what dockerfile-utils finds:
  // https://github.com/docker/vscode-extension/issues/33
  { extension: "ms-azuretools.vscode-containers", says: ["dockerfileUtils"] },
  { extension: "ms-azuretools.vscode-docker", says: ["dockerfileUtils"] },
  // https://github.com/michaellzc/vscode-hadolint; silent where there is no hadolint program, which nobody can see from here
  { extension: "exiasr.hadolint", says: ["hadolint"] },
  // BuildKit's checks, hadolint's and its own: https://github.com/wharflab/tally
  { extension: "wharflab.tally", says: ["tally", "hadolint", "buildkit"] },
];

/** The families of codes that a person hears of elsewhere: from the extensions of the window, or, as they say, always or never. */
export function saidByOthers(
  setting: OtherLintersSetting,
  isActive: (extension: string) => boolean,
): ReadonlySet<Family> {
  if (setting === "never") return new Set();
  const there = OTHER_LINTERS.filter(({ extension }) => setting === "always" || isActive(extension));
  return new Set(there.flatMap(({ says }) => says));
}
