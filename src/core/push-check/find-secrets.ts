import { isHarmlessValue, isSecretName } from "../image/secret-name";
import type { FoundSecret } from "./push-facts";

/** Secrets that cannot be mistaken for something else: whoever issues them gave them a form of their own. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/, "a private key"],
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  [/\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/, "a GitHub token"],
  [/\bglpat-[\w-]{20,}/, "a GitLab token"],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  [/\b(?:AKIA|ASIA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}\b/, "an AWS access key"],
  [/\bAIza[\w-]{35}(?![\w-])/, "a Google API key"],
  [/\bdckr_(?:pat|oat)_[\w-]{20,}/, "a Docker access token"],
  [/\bxox[abeoprs]-\d[\w-]{10,}/, "a Slack token"],
  [/\b[sr]k_live_[A-Za-z0-9]{16,}\b/, "a Stripe key"],
  [/\bnpm_[A-Za-z0-9]{36}\b/, "an npm token"],
  [/\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}/, "a PyPI token"],
];

/** Files that hold nothing but secrets. */
const BY_NAME = /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pypirc|\.git-credentials)$/;
const ENV_FILE = /^\.env(?:\.(?!.*(?:example|sample|template|dist|defaults?)$).+)?$/;

/** The secrets of one file, line by line: what has the form of one, and in a `.env` what its name and value say. */
export function findSecrets(path: string, text: string): readonly FoundSecret[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (BY_NAME.test(name)) return [{ path, what: "a file for keys or passwords" }];
  const isEnv = isEnvFile(path);
  return text.split("\n").flatMap((line, index): readonly FoundSecret[] => {
    const what = FORMS.find(([form]) => form.test(line))?.[1] ?? (isEnv ? secretVariable(line) : undefined);
    return what === undefined ? [] : [{ path, line: index + 1, what }];
  });
}

/** Whether it is a `.env` file with real values, and no sample to be filled in. */
export function isEnvFile(path: string): boolean {
  return ENV_FILE.test(path.slice(path.lastIndexOf("/") + 1));
}

function secretVariable(line: string): string | undefined {
  const [, name = "", value = ""] = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
  const plain = value.trim().replace(/^(["'])(.*)\1$/, "$2");
  return name !== "" && isSecretName(name) && !isHarmlessValue(plain) ? `the value of ${name}` : undefined;
}
