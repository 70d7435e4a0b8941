import assert from "node:assert/strict";
import { findSecrets } from "../../../src/core/push-check/find-secrets";

describe("secrets in files that are about to be pushed", () => {
  const secrets: readonly [path: string, text: string, what: string][] = [
    ["deploy/key", "-----BEGIN OPENSSH PRIVATE KEY-----\n", "a private key"],
    ["server.pem", "-----BEGIN PRIVATE KEY-----\r\n", "a private key"],
    ["a.py", `TOKEN = "ghp_${"a1".repeat(18)}"`, "a GitHub token"],
    ["a.py", `github_pat_${"A".repeat(22)}_${"b".repeat(59)}`, "a GitHub token"],
    ["ci.yml", `token: glpat-${"a".repeat(20)}`, "a GitLab token"],
    ["config", "aws_access_key_id = AKIAABCDEFGHIJKLMN23", "an AWS access key"],
    ["a.js", `key: "AIza${"x".repeat(35)}"`, "a Google API key"],
    ["notes", `dckr_pat_${"a".repeat(27)}`, "a Docker access token"],
    ["notes", `xoxb-${"1".repeat(12)}-abc`, "a Slack token"],
    [".env", "DEBUG=1\nREDIS_PASSWORD=hunter2\n", "the value of REDIS_PASSWORD"],
    [".env.production", 'export API_KEY="k3y-of-mine"', "the value of API_KEY"],
    ["home/id_ed25519", "anything", "a file for keys or passwords"],
  ];
  for (const [path, text, what] of secrets) {
    it(`finds ${what} in ${path}`, () => assert.equal(findSecrets(path, text)[0]?.what, what));
  }

  const harmless: readonly [title: string, path: string, text: string][] = [
    ["a public key", "id_ed25519.pub", "ssh-ed25519 AAAA ada@home"],
    ["a certificate", "ca.pem", "-----BEGIN CERTIFICATE-----\n"],
    ["a public key's block", "key.pem", "-----BEGIN PUBLIC KEY-----\n"],
    ["the key of AWS's own documentation", "README.md", "AKIAIOSFODNN7EXAMPLE"],
    ["a sample to be filled in", ".env.example", "REDIS_PASSWORD=hunter2"],
    ["a .env without secrets", ".env", "PORT=5000\nDEBUG=true\nAPI_KEY=\nSECRET_KEY=<yours>\n"],
    ["a variable's name in code", "src/app.py", 'password = os.environ["REDIS_PASSWORD"]'],
    ["words that begin like a token", "README.md", "ghp_ is how GitHub's tokens begin"],
  ];
  for (const [title, path, text] of harmless) {
    it(`lets ${title} pass`, () => assert.deepEqual(findSecrets(path, text), []));
  }

  it("says the line", () => assert.equal(findSecrets(".env", "A=1\n\nDB_PASSWORD=x1y2z3\n")[0]?.line, 3));
});
