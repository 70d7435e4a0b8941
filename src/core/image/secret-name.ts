/** Last words of names that stand for secrets. https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/ */
const SECRET = /^(?:.*password|passwd|passphrase|pword|secrets?|.*token|api_?key|credentials?)$/;
/** What makes a key one that everybody may have, or no key to anything. */
const OTHER_KEYS = new Set(
  "apt apk cache config foreign gpg group hash host index object partition pgp primary pub public rpm signed sort".split(
    " ",
  ),
);
/** A question with yes or no for an answer. */
const QUESTION =
  /^(?:allow|allows|disable|enable|generate|has|is|need|needs|no|random|require|requires|skip|use|uses|with|without|empty|public)$/;

/** Whether a variable's name says that it holds a secret: `API_KEY`, `dbPassword`; not `KEY_NAME`, `PUBLIC_KEY`, `AUTH_MODE`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_.-]+/)
    .filter((word) => word !== "" && !/^\d+$/.test(word));
  const last = words.pop()?.replace(/\d+$/, "") ?? "";
  if (words.some((word) => QUESTION.test(word))) return false;
  if (SECRET.test(last)) return true;
  if (last === "key") return !words.some((word) => OTHER_KEYS.has(word)) && words.length > 0;
  return /^(?:pass|pwd)$/.test(last) && words.length > 0 && !words.includes("old");
}

const HARMLESS = [
  /^$/,
  // a switch, a number of something, a time
  /^(?:true|false|yes|no|on|off|none|null|\d{1,4}|\d+(?:ms|s|m|h|d))$/i,
  // where it is to be found, instead of what it is
  /^(?:\/|\.{1,2}\/|~|[a-z][a-z+.-]*:\/\/[^:@/]*(?:[/:?]|$)(?!.*@))/i,
  // to be filled in
  /^(?:<.*>|x{3,}|\*+|your\b.*|.*\bhere|dummy.*|placeholder.*|to-?do|build-?time.*|build-?only.*|not-?needed.*|unused)$/i,
];

/** Whether a value is plainly no secret, whatever the name says: a switch, a path, something to be filled in. */
export function isHarmlessValue(value: string): boolean {
  const plain = value.trim().replaceAll("_", "-");
  return HARMLESS.some((harmless) => harmless.test(plain));
}

const SECRET_FILE =
  /^(?:\.env(?:\..+|\*)?|.*\.pem|(?:.*[._-])?(?:server|client|private|tls|ssl|jwt)\.key|id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pypirc|\.git-credentials)$/;
/** Samples to be filled in, and certificates, which are no secrets. */
const SHOWN_FILE =
  /(?:example|sample|template|dist|defaults?)$|(?:^|[._-])(?:ca|cas|certs?|chain|fullchain|bundle|root|pub|public)(?:[._-]|$)/i;

/** Whether a file's name says that it holds secrets: `.env`, private keys, passwords of tools. */
export function isSecretFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return SECRET_FILE.test(name) && !SHOWN_FILE.test(name);
}
