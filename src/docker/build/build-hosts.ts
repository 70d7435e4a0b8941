/** The hosts that a message or a log names: in URLs, in what resolvers say, in pip's `host='…'`. In order, without doubles. */
export function hostsIn(text: string): readonly string[] {
  const hosts = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, host: match[1] ?? "" })),
  );
  const ordered = hosts.sort((a, b) => a.at - b.at).map(({ host }) => host.toLowerCase().replace(/\.$/, ""));
  return [...new Set(ordered)].filter((host) => host !== "" && !/^172\.17\.|^10\.|^192\.168\./.test(host));
}

const PATTERNS: readonly RegExp[] = [
  /\bhttps?:\/\/(?:[^\s/@"']*@)?([a-z0-9.-]+)/gi,
  /\bhost='([^']+)'/gi,
  /\bdial tcp: lookup ([a-z0-9.-]+)/gi,
  /could not resolve (?:host|proxy)?:? ?'?([a-z0-9.-]+\.[a-z0-9-]+)/gi,
  /temporary failure resolving '([^']+)'/gi,
  /bad address '([^']+)'/gi,
  /(?:ENOTFOUND|EAI_AGAIN) ([a-z0-9.-]+)/g,
  /could not connect to ([a-z0-9.-]+)/gi,
  /\bresolve source metadata for (?!docker\.io)([a-z0-9-]+\.[a-z0-9.-]+)(?::\d+)?\//gi,
];

/** A public index of packages, which is there: if it cannot be reached, the network is at fault. */
export function isPublicIndex(host: string): boolean {
  return /(^|\.)(pypi\.org|pythonhosted\.org|debian\.org|ubuntu\.com|alpinelinux\.org|npmjs\.org|yarnpkg\.com|github\.com|githubusercontent\.com|docker\.io|docker\.com|ghcr\.io|quay\.io|gcr\.io|conda\.io|anaconda\.org|astral\.sh|crates\.io|golang\.org)$/.test(
    host,
  );
}

/** The build's own loopback, or a service of Compose: never there while an image is built. */
export function isOwnHost(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[?::1\]?|[^.]+)$/.test(host);
}
