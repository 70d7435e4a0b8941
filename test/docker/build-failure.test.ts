import assert from "node:assert/strict";
import { classifyFailure } from "../../src/docker/build/build-failure";

interface Case {
  readonly name: string;
  readonly message: string;
  readonly output?: string;
  /** what the fault must name, where it is one */
  readonly fault?: RegExp;
  readonly nowhere?: true;
}

const RUN = 'process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1';
const RETRY = (reason: string) =>
  `WARNING: Retrying (Retry(total=4, connect=None, read=None, redirect=None, status=None)) after connection broken by ` +
  `'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: ${reason}')': /simple/flask/`;
const NO_MATCH =
  "ERROR: Could not find a version that satisfies the requirement flask (from versions: none)\nERROR: No matching distribution found for flask";

const mistakes: readonly Case[] = [
  {
    name: "an image that does not exist on Docker Hub",
    message:
      "nosuch:1: failed to resolve source metadata for docker.io/library/nosuch:1: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
  },
  {
    name: "a tag that does not exist",
    message:
      "python:3.99: failed to resolve source metadata for docker.io/library/python:3.99: docker.io/library/python:3.99: not found",
  },
  {
    name: "a manifest that does not exist",
    message: "manifest for python:3.99 not found: manifest unknown: manifest unknown",
  },
  {
    name: "the classic builder's missing image",
    message:
      "pull access denied for nosuch, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
  },
  {
    name: "a file that is not in the context",
    message: 'failed to compute cache key: failed to calculate checksum of ref 57b26241::ulsd: "/nope.txt": not found',
  },
  {
    name: "the classic builder's missing file",
    message:
      "COPY failed: file not found in build context or excluded by .dockerignore: stat nope.txt: file does not exist",
  },
  {
    name: "a command that is about the network itself",
    message: 'process "/bin/sh -c iptables --list" did not complete successfully: exit code: 127',
    output: "/bin/sh: 1: iptables: not found",
  },
  {
    name: "an unknown instruction",
    message: "dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
  },
  { name: "a file of comments", message: "file with no instructions" },
  {
    name: "no Dockerfile",
    message: "failed to read dockerfile: open Dockerfile: no such file or directory",
    nowhere: true,
  },
  { name: "a package that does not exist", message: RUN, output: NO_MATCH },
  {
    name: "a version that does not exist",
    message: RUN,
    output:
      "ERROR: Could not find a version that satisfies the requirement flask==99 (from versions: 2.0, 3.0)\nERROR: No matching distribution found for flask==99",
  },
  {
    name: "a command that is not in the image",
    message: 'process "/bin/sh -c curl -f x" did not complete successfully: exit code: 127',
    output: "/bin/sh: 1: curl: not found",
  },
  {
    name: "a test of the app that finds no app",
    message: 'process "/bin/sh -c curl http://localhost:5000/health" did not complete successfully: exit code: 7',
    output: "curl: (7) Failed to connect to localhost port 5000 after 0 ms: Connection refused",
  },
  {
    name: "a build that asks for Compose's Redis",
    message: 'process "/bin/sh -c python -c ..." did not complete successfully: exit code: 1',
    output: "redis.exceptions.ConnectionError: Error -2 connecting to redis:6379. Name or service not known.",
  },
  {
    name: "a Debian package that does not exist",
    message: 'process "/bin/sh -c apt-get install -y nosuch" did not complete successfully: exit code: 100',
    output: "Reading package lists...\nE: Unable to locate package nosuch",
  },
  { name: "a stage that copies from itself", message: "circular dependency detected on stage: stage-0" },
  {
    name: "a Dockerfile that talks of rate limits",
    message: 'process "/bin/sh -c echo 429 too many requests && false" did not complete successfully: exit code: 1',
    output: "429 too many requests",
  },
  {
    name: "an ADD from the build's own loopback",
    message:
      'failed to load cache key: Get "http://localhost:5000/x": dial tcp 127.0.0.1:5000: connect: connection refused',
  },
];

const faults: readonly Case[] = [
  {
    name: "no name resolution",
    message:
      'nosuch:1: failed to resolve source metadata for docker.io/library/nosuch:1: failed to do request: Head "https://registry-1.docker.io/v2/library/nosuch/manifests/1": dial tcp: lookup registry-1.docker.io on 192.168.65.7:53: no such host',
    fault: /could not reach registry-1\.docker\.io/,
  },
  {
    name: "a syntax line without a network",
    message:
      'failed to resolve source metadata for docker.io/docker/dockerfile:1: failed to do request: Head "https://registry-1.docker.io/v2/docker/dockerfile/manifests/1": dial tcp: lookup registry-1.docker.io on 192.168.65.7:53: no such host',
    fault: /registry-1\.docker\.io/,
  },
  {
    name: "a registry that times out",
    message:
      'python:3.11: failed to do request: Head "https://registry-1.docker.io/v2/": dial tcp 44.205.64.79:443: i/o timeout',
    fault: /registry-1\.docker\.io/,
  },
  {
    name: "a proxy that refuses",
    message:
      'failed to do request: Head "https://registry-1.docker.io/v2/library/python/manifests/3.11": proxyconnect tcp: dial tcp 127.0.0.1:3128: connect: connection refused',
    fault: /registry-1\.docker\.io/,
  },
  {
    name: "a certificate that nobody knows",
    message:
      'failed to do request: Head "https://registry.example/v2/app/manifests/1": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    fault: /registry\.example/,
  },
  {
    name: "the pull limit",
    message:
      "python:3.11: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/python/manifests/sha256:1: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit.",
    fault: /registry-1\.docker\.io limits/,
  },
  {
    name: "a registry out of order",
    message:
      "failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://auth.docker.io/token?scope=x: 503 Service Unavailable",
    fault: /auth\.docker\.io/,
  },
  {
    name: "the classic builder without a network",
    message:
      'Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    fault: /registry-1\.docker\.io/,
  },
  {
    name: "a credential helper that is gone",
    message:
      'error getting credentials - err: exec: "docker-credential-desktop": executable file not found in $PATH, out: ``',
    fault: /credentials/,
  },
  {
    name: "pip without name resolution",
    message: RUN,
    output: `${RETRY("[Errno -3] Temporary failure in name resolution")}\n${NO_MATCH}`,
    fault: /could not reach/,
  },
  {
    name: "pip without a connection",
    message: RUN,
    output: `${RETRY("[Errno 111] Connection refused")}\n${NO_MATCH}`,
    fault: /could not reach/,
  },
  {
    name: "pip with a certificate that nobody knows",
    message: RUN,
    output: `Could not fetch URL https://pypi.org/simple/flask/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, 'certificate verify failed')))\n${NO_MATCH}`,
    fault: /pypi\.org/,
  },
  {
    name: "pip at a limit",
    message: RUN,
    output:
      "ERROR: HTTP error 429 while getting https://files.pythonhosted.org/x.whl\nERROR: Could not install requirement: 429 Client Error: Too Many Requests for url: https://files.pythonhosted.org/x.whl",
    fault: /files\.pythonhosted\.org limits/,
  },
  {
    name: "apt without name resolution",
    message:
      'process "/bin/sh -c apt-get update && apt-get install -y curl" did not complete successfully: exit code: 100',
    output:
      "Err:1 http://deb.example.org/debian bookworm InRelease\n  Temporary failure resolving 'deb.example.org'\nE: Unable to locate package curl",
    fault: /deb\.example\.org/,
  },
  {
    name: "apk without a network",
    message: 'process "/bin/sh -c apk add curl" did not complete successfully: exit code: 1',
    output:
      "fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main/x86_64/APKINDEX.tar.gz\nWARNING: updating and opening https://dl-cdn.alpinelinux.org/alpine/v3.20/main: temporary error (try again later)\nERROR: unable to select packages:\n  curl (no such package)",
    fault: /dl-cdn\.alpinelinux\.org/,
  },
  {
    name: "npm without a network",
    message: 'process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
    output:
      "npm error code EAI_AGAIN\nnpm error request to https://packages.example.org/x failed, reason: getaddrinfo EAI_AGAIN packages.example.org",
    fault: /packages\.example\.org/,
  },
  {
    name: "a full disk, told by the engine",
    message: "failed to copy files: copy file range failed: no space left on device",
    fault: /disk is full/,
  },
  {
    name: "a full disk, told by pip",
    message: RUN,
    output: "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    fault: /disk is full/,
  },
  {
    name: "no memory",
    message: 'process "/bin/sh -c make" did not complete successfully: cannot allocate memory',
    fault: /memory/,
  },
  {
    name: "an engine that goes away",
    message: "rpc error: code = Unavailable desc = error reading from server: EOF",
    fault: /connection to the Docker engine was lost/,
  },
  {
    name: "an engine that is stopped",
    message: "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
    fault: /was lost/,
    nowhere: true,
  },
  {
    name: "a session that did not come about, so that BuildKit saw no folder",
    message: "failed to read dockerfile: no local sources enabled",
    fault: /was lost/,
  },
  {
    name: "a session that broke off",
    message: "failed to dial gRPC: unexpected EOF",
    fault: /connection to the Docker engine was lost/,
    nowhere: true,
  },
  {
    name: "an engine that is asked for its builders and goes away",
    message:
      'listing workers for Build: failed to list workers: Unavailable: connection error: desc = "transport: Error while dialing: unexpected EOF"',
    fault: /connection to the Docker engine was lost/,
    nowhere: true,
  },
  {
    name: "a builder that is gone",
    message: 'no builder "mine" found',
    fault: /could not start the build/,
    nowhere: true,
  },
  {
    name: "a bridge that is gone",
    message:
      'process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: failed to create endpoint x on network bridge: adding interface veth1 to bridge docker0 failed: Device does not exist',
    output: "",
    fault: /could not make the container/,
  },
  {
    name: "an option that an old docker does not know",
    message: "unknown flag: --load",
    fault: /could not start the build/,
    nowhere: true,
  },
];

const classify = ({ message, output = "", nowhere }: Case) =>
  classifyFailure({ message, output: output.split("\n"), fromSubmission: !nowhere });

describe("a build that fails", () => {
  describe("through the submission", () => {
    for (const each of mistakes) it(each.name, () => assert.deepEqual(classify(each), { kind: "failed" }));
  });

  describe("through the machine or its network", () => {
    for (const each of faults) {
      it(each.name, () => {
        const result = classify(each);
        assert.equal(result.kind, "fault");
        if (result.kind !== "fault") return;
        assert.match(result.text.observed, each.fault ?? /./);
        assert.match(result.text.why, /not counted|says nothing about your work/);
        assert.ok(result.text.next.length > 20);
      });
    }
  });
});
