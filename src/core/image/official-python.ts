import type { ImageReference } from "../parse/dockerfile-model";

/** Docker Hub's names for the official image, its builds for one architecture, and copies of it in other registries. */
const OFFICIAL = /^(?:(?:.+\/)?library\/|(?:amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x)\/)?python$/;

/** Releases of Debian that the tags name, and those that Python 3.11 has. https://hub.docker.com/_/python */
const RELEASE = /^(?:stretch|buster|bullseye|bookworm|trixie)$/;
const RELEASE_OF_TODAY = /^(?:bullseye|bookworm|trixie)$/;
const VERSION = /^\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?$/;

/** Whether an image is the official Python, of whichever registry; `bitnami/python` and the like have tags of their own. */
export function isOfficialPython({ repository }: ImageReference): boolean {
  return OFFICIAL.test(repository);
}

/** Major and minor version of the official Python, `3.11` for `python:3.11.9-slim`; undefined where the tag leaves it open. */
export function pythonVersion(image: ImageReference): string | undefined {
  const [first = ""] = image.tag?.split("-") ?? [];
  return isOfficialPython(image) && VERSION.test(first) ? /^\d+\.\d+/.exec(first)?.[0] : undefined;
}

/** Whether the tag says Alpine, whose C library (musl) is another than Debian's. */
export function isAlpineTag(tag: string | undefined): boolean {
  return tag?.split("-").some((segment) => segment.startsWith("alpine")) ?? false;
}

/** The tag of the slim image that fits a full one, `3.11-slim-bookworm` for `3.11-bookworm`; undefined where none is known. */
export function slimTag(tag: string): string | undefined {
  const [first = "", second, ...more] = tag.split("-");
  if (RELEASE.test(first) && second === undefined) return `slim-${first}`;
  if (!VERSION.test(first) || more.length > 0 || (second !== undefined && !RELEASE.test(second))) return undefined;
  return second === undefined ? `${first}-slim` : `${first}-slim-${second}`;
}

/** The tag of the same variant (slim, Alpine, a release that is still built) with another version of Python. */
export function tagWithVersion(tag: string | undefined, version: string): string {
  const rest = (tag ?? "").split("-").filter((segment) => segment === "slim" || RELEASE_OF_TODAY.test(segment));
  return [version, ...(isAlpineTag(tag) ? ["alpine"] : rest)].join("-");
}
