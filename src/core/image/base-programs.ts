import type { ImageReference } from "../parse/dockerfile-model";
import { baseFamily, nameOf } from "./base-family";

export { baseGroups, baseUsers } from "./base-accounts";
export { baseFamily, type BaseFamily } from "./base-family";

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
    return family === undefined || name === "buildpack-deps" ? undefined : false;
  }
  if (family === "distroless") return (image.tag ?? "").includes("debug") ? undefined : false;
  if (program === "redis-cli" && name === "redis") return true;
  if (program === "pg_isready" && name === "postgres") return true;
  if (family !== undefined && brings(image, program)) return true;
  if (family === "alpine") return known(program, ALPINE_BASICS, NOT_IN_ALPINE);
  if (family !== "debian") return undefined;
  if (DEBIAN_BASICS.has(program)) return true;
  if (isFull(image)) return FULL.has(program) && !isPart(image) ? true : undefined;
  return known(program, DEBIAN_BASICS, NOT_IN_SLIM);
}

function known(program: string, has: ReadonlySet<string>, lacks: ReadonlySet<string>): boolean | undefined {
  if (has.has(program)) return true;
  return lacks.has(program) ? false : undefined;
}

/** What the Dockerfiles of nginx and postgres add to their base. `alpine-slim`, a part of the tag, is nginx without curl. */
function brings({ repository, tag }: ImageReference, program: string): boolean {
  const segments = (tag ?? "").split("-");
  if (nameOf(repository) === "nginx") return program === "curl" && !segments.includes("slim");
  return nameOf(repository) === "postgres" && program === "bash";
}

/** python and buildpack-deps without `slim` bring compilers and tools. */
function isFull({ repository, tag }: ImageReference): boolean {
  const isSlim = (tag ?? "").split("-").some((segment) => segment === "slim");
  return /^(python|pypy|buildpack-deps)$/.test(nameOf(repository)) && !isSlim;
}

/** `buildpack-deps:curl` and `:scm` are steps on the way to the whole. */
function isPart({ tag }: ImageReference): boolean {
  return (tag ?? "").split("-").some((segment) => segment === "curl" || segment === "scm");
}
