import type { ImageReference } from "../parse/dockerfile-model";

export type BaseFamily = "debian" | "alpine" | "distroless";

/** Official images that are built on Debian or Ubuntu unless their tag says alpine, with `/` as their folder. */
const DEBIAN = /^(python|debian|ubuntu|buildpack-deps|redis|nginx|postgres|pypy)$/;
/** Installed by buildpack-deps, which the full python image is built on. https://hub.docker.com/_/buildpack-deps */
const FULL = new Set("curl wget git gcc g++ make hg svn ssh procps ps".split(" "));
const DEBIAN_BASICS = new Set(
  "sh bash dash useradd groupadd usermod chown chmod env apt-get apt dpkg grep sed".split(" "),
);
/** Not in Debian's and Ubuntu's small images. */
const NOT_IN_SLIM = new Set("curl wget git gcc make ps nc netcat httpie http redis-cli".split(" "));
const ALPINE_BASICS = new Set("sh ash wget nc adduser addgroup chown chmod env apk ps grep sed".split(" "));
const NOT_IN_ALPINE = new Set("bash curl git gcc make useradd groupadd apt-get apt".split(" "));
const PYTHON = new Set(["python", "python3", "pip", "pip3"]);

/** The family that a base image belongs to: which package manager it has, and that it works in `/`; undefined where unknown. */
export function baseFamily({ host, repository, tag }: ImageReference): BaseFamily | undefined {
  const segments = (tag ?? "").split("-");
  if (repository.startsWith("distroless/") || host?.includes("distroless")) return "distroless";
  if (repository === "alpine") return "alpine";
  if (!DEBIAN.test(nameOf(repository))) return undefined;
  // The digest alone, or a mirror's own tag, may be either; without a tag the Debian variant is meant.
  return segments.some((segment) => segment.startsWith("alpine")) ? "alpine" : "debian";
}

/**
 * Whether a base image brings a program; undefined where that is not known. Facts: the Dockerfiles of the official images
 * and of buildpack-deps, Debian's packages of priority "required", Alpine's busybox.
 */
export function baseHasProgram(image: ImageReference, program: string): boolean | undefined {
  const family = baseFamily(image);
  const name = nameOf(image.repository);
  if (image.repository === "scratch") return false;
  if (image.digest !== undefined && image.tag === undefined) return undefined;
  if (PYTHON.has(program)) {
    if (name === "python" || name === "pypy") return true;
    if (family === "distroless") return image.repository.includes("python") && program.startsWith("python");
    return /^(debian|ubuntu|alpine|buildpack-deps|redis|nginx|postgres)$/.test(name) ? false : undefined;
  }
  if (family === "distroless") return (image.tag ?? "").includes("debug") ? undefined : false;
  if (program === "redis-cli" && name === "redis") return true;
  if (program === "pg_isready" && name === "postgres") return true;
  if (family === "alpine") return known(program, ALPINE_BASICS, NOT_IN_ALPINE);
  if (family !== "debian") return undefined;
  if (DEBIAN_BASICS.has(program)) return true;
  if (isFull(image)) return FULL.has(program) ? true : undefined;
  if (name === "nginx" && program === "curl") return true;
  return known(program, DEBIAN_BASICS, NOT_IN_SLIM);
}

function known(program: string, has: ReadonlySet<string>, lacks: ReadonlySet<string>): boolean | undefined {
  if (has.has(program)) return true;
  return lacks.has(program) ? false : undefined;
}

/** python and buildpack-deps without `slim` bring compilers and tools. */
function isFull({ repository, tag }: ImageReference): boolean {
  const isSlim = (tag ?? "").split("-").some((segment) => segment === "slim");
  return /^(python|pypy|buildpack-deps)$/.test(nameOf(repository)) && !isSlim;
}

/** https://salsa.debian.org/debian/base-passwd */
const DEBIAN_NAMES = "root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc nobody _apt";
/** https://gitlab.alpinelinux.org/alpine/aports, main/alpine-baselayout */
const ALPINE_NAMES = "root bin daemon lp sync shutdown halt mail news uucp cron ftp sshd games ntp guest nobody";
const OWN: Readonly<Record<string, readonly string[]>> = {
  node: ["node"],
  nginx: ["nginx"],
  redis: ["redis"],
  postgres: ["postgres"],
  ubuntu: ["ubuntu"],
};

/** The users that a base image has by itself; empty where the image is not known. */
export function baseUsers(image: ImageReference): ReadonlySet<string> {
  const family = baseFamily(image);
  const name = nameOf(image.repository);
  if (family === "distroless") return new Set(["root", "nobody", "nonroot"]);
  const common = family === "alpine" ? ALPINE_NAMES : family === "debian" ? DEBIAN_NAMES : "";
  return new Set([...common.split(" ").filter(Boolean), ...(OWN[name] ?? [])]);
}

const DEBIAN_GROUPS =
  "root daemon bin sys adm tty disk lp mail news uucp man proxy kmem dialout fax voice cdrom floppy tape sudo audio dip www-data backup operator list irc src shadow utmp video sasl plugdev staff games users nogroup";
const ALPINE_GROUPS =
  "root bin daemon sys adm tty disk lp kmem wheel floppy mail news uucp cron audio cdrom dialout ftp sshd input tape video netdev kvm games shadow www-data users ntp abuild utmp ping nogroup nobody";

/** The groups that a base image has by itself; empty where the image is not known. */
export function baseGroups(image: ImageReference): ReadonlySet<string> {
  const family = baseFamily(image);
  if (family === "distroless") return new Set(["root", "nobody", "nonroot"]);
  const common = family === "alpine" ? ALPINE_GROUPS : family === "debian" ? DEBIAN_GROUPS : "";
  return new Set([...common.split(" ").filter(Boolean), ...(OWN[nameOf(image.repository)] ?? [])]);
}

/** The last part, so that a mirror's `mirror/library/python` is python too. */
function nameOf(repository: string): string {
  return repository.split("/").at(-1) ?? "";
}
