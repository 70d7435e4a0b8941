import type { ImageReference } from "../parse/dockerfile-model";

export type BaseFamily = "debian" | "alpine" | "distroless";

/** Official images that are built on Debian or Ubuntu unless their tag says alpine, with `/` as their folder. */
const DEBIAN = /^(python|debian|ubuntu|buildpack-deps|redis|nginx|postgres|pypy)$/;

/** The family that a base image belongs to: which package manager it has, and that it works in `/`; undefined where unknown. */
export function baseFamily({ host, repository, tag }: ImageReference): BaseFamily | undefined {
  const segments = (tag ?? "").split("-");
  if (segments.some((segment) => /^(windows|nanoserver)/.test(segment))) return undefined;
  if (repository.startsWith("distroless/") || host?.includes("distroless")) return "distroless";
  if (repository === "alpine") return "alpine";
  if (!DEBIAN.test(nameOf(repository)) || isSomebodys({ host, repository })) return undefined;
  // The digest alone, or a mirror's own tag, may be either; without a tag the Debian variant is meant.
  return segments.some((segment) => segment.startsWith("alpine")) ? "alpine" : "debian";
}

/** Docker Hub's official images for one processor each. https://github.com/docker-library/official-images#architectures-other-than-amd64 */
const OFFICIAL = /^(amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x)\//;

/** `bitnami/redis` on Docker Hub is another image than `redis`; on other hosts a path tells little. */
function isSomebodys({
  host,
  repository,
}: Pick<ImageReference, "repository"> & { readonly host: string | undefined }): boolean {
  return (
    host === undefined && repository.includes("/") && !/(^|\/)library\//.test(repository) && !OFFICIAL.test(repository)
  );
}

/** The last part, so that a mirror's `mirror/library/python` is python too. */
export function nameOf(repository: string): string {
  return repository.split("/").at(-1) ?? "";
}
