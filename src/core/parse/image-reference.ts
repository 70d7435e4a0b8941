import type { ImageReference } from "./dockerfile-model";

/** https://github.com/distribution/reference/blob/main/regexp.go */
const HOST =
  /^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::\d+)?$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const LONGEST_NAME = 255;

/**
 * Takes an image reference apart; undefined where Docker would say "invalid reference format". Docker Hub's own names for
 * itself are no host, and `library/` is left out, so that `docker.io/library/python` and `python` have one repository.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const [beforeDigest = "", digest, ...tooMany] = text.split("@");
  if (tooMany.length > 0 || (digest !== undefined && !isDigest(digest))) return undefined;
  // A colon behind the last slash separates a tag; one before it belongs to a host's port.
  const colon = beforeDigest.indexOf(":", beforeDigest.lastIndexOf("/") + 1);
  const name = colon === -1 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon === -1 ? undefined : beforeDigest.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return undefined;
  if (/^[0-9a-f]{64}$/.test(name) || name.length > LONGEST_NAME) return undefined;

  const { host, path } = splitHost(name);
  if ((host !== undefined && !HOST.test(host)) || !path.split("/").every((part) => COMPONENT.test(part)))
    return undefined;
  const isHub = host === undefined || host === "docker.io" || host === "index.docker.io";
  return {
    text,
    ...(!isHub && { host }),
    repository: path.replace(/^library\//, ""),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** The first part is a host if it looks like one: a dot, a port, a capital, or `localhost`. */
function splitHost(name: string): { readonly host?: string; readonly path: string } {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = slash > 0 && (/[.:A-Z]/.test(first) || first === "localhost");
  return isHost ? { host: first, path: name.slice(slash + 1) } : { path: name };
}

const HEX_LENGTH: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function isDigest(digest: string): boolean {
  const [algorithm = "", hex = ""] = digest.split(":");
  const length = HEX_LENGTH[algorithm];
  return DIGEST.test(digest) && (length === undefined || (hex.length === length && hex === hex.toLowerCase()));
}
