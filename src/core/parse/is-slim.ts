import type { ImageReference } from "./dockerfile-model";

const SLIM_SEGMENTS = new Set(["slim", "alpine"]);
/** Small by nature, whatever their tag. */
const SMALL = /^(alpine|scratch|busybox|chainguard\/.+|distroless\/.+)$/;
const SMALL_HOSTS = /^(cgr\.dev|gcr\.io\/distroless)/;
/** Images whose full variant has no word for it in the tag. */
const FULL = /^(python|debian|ubuntu|buildpack-deps|node|golang|fedora|centos|rockylinux|almalinux|amazonlinux)$/;

/**
 * Whether an image is a slim one: true by a tag segment `slim` or `alpine` (`3.11-slim-bookworm`, `3.11-alpine3.20`) or by
 * its nature; null where nothing is known of it, for instance behind a digest alone.
 */
export function isSlim(image: ImageReference): boolean | null {
  const segments = (image.tag ?? "").toLowerCase().split("-");
  if (segments.some((segment) => SLIM_SEGMENTS.has(segment.replace(/[\d.]+$/, "")))) return true;
  const place = image.host === undefined ? image.repository : `${image.host}/${image.repository}`;
  if (SMALL.test(image.repository) || SMALL_HOSTS.test(place)) return true;
  if (image.tag === undefined && image.digest !== undefined) return null;
  const name = image.repository.split("/").at(-1) ?? "";
  return FULL.test(name) ? false : null;
}
