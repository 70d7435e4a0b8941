import type { ImageReference } from "../parse/dockerfile-model";
import { isOfficialPython } from "./official-python";

/**
 * Debian packages that do their work without what they recommend. gcc is not among them: it recommends the headers of the
 * C library, without which it compiles nothing. https://packages.debian.org
 */
const LEAN = new Set(
  [
    "build-essential bzip2 ca-certificates cron curl default-libmysqlclient-dev dumb-init ffmpeg gettext git gosu",
    "inetutils-ping iputils-ping jq less locales make nano net-tools netcat-openbsd netcat-traditional nginx openssl",
    "pkg-config postgresql-client procps python3-dev redis-tools sqlite3 supervisor tini tzdata unzip vim wget",
    "xz-utils zip zlib1g-dev",
  ]
    .join(" ")
    .split(" "),
);
/** They open https connections, for which they recommend the certificates. */
const NEED_CERTIFICATES = new Set(["curl", "git", "wget"]);

/** Whether packages are sure to work on an image without those that they recommend. The Python images bring certificates. */
export function workAlone(packages: readonly string[], image: ImageReference | undefined): boolean {
  const names = packages.map((name) => name.replace(/[=/:].*$/, ""));
  const hasCertificates = names.includes("ca-certificates") || (image !== undefined && isOfficialPython(image));
  return names.every(
    (name) => (LEAN.has(name) || /^lib[a-z0-9.+-]+$/.test(name)) && (hasCertificates || !NEED_CERTIFICATES.has(name)),
  );
}
