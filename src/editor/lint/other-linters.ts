import type { Equivalents } from "../../core/lint/rule";

/** An extension that says things of its own about Dockerfiles or Compose files, and whose codes those are. */
interface OtherLinter {
  readonly extension: string;
  readonly says: readonly (keyof Equivalents)[];
}

/** What each one shows, from its own documentation. Those that only bring syntax colours or run containers are not here. */
export const OTHER_LINTERS: readonly OtherLinter[] = [
  // Docker DX runs BuildKit's checks through its language server: https://github.com/docker/vscode-extension
  { extension: "docker.docker", says: ["buildkit"] },
  // Both show dockerfile-utils' problems: https://github.com/microsoft/vscode-containers
  { extension: "ms-azuretools.vscode-containers", says: ["dockerfileUtils"] },
  { extension: "ms-azuretools.vscode-docker", says: ["dockerfileUtils"] },
  // https://github.com/michaellzc/vscode-hadolint
  { extension: "exiasr.hadolint", says: ["hadolint"] },
  // https://github.com/wharflab/tally
  { extension: "wharflab.tally", says: ["tally", "hadolint", "buildkit"] },
  // https://github.com/zavoloklom/docker-compose-linter
  { extension: "zavoloklom.vscode-dclint", says: ["dclint"] },
];

/** The families of codes that the extensions of a window show already. */
export function saidByOthers(isActive: (extension: string) => boolean): ReadonlySet<keyof Equivalents> {
  return new Set(OTHER_LINTERS.filter(({ extension }) => isActive(extension)).flatMap(({ says }) => says));
}
