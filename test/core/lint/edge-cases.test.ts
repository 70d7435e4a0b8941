import assert from "node:assert/strict";
import { lintFile } from "../../../src/core/lint/lint-file";
import { openProject } from "../../../src/core/lint/project";
import { submissionOf } from "../../support/submission-of";

/** A file on which other linters are known to go wrong, and what ours say. */
interface EdgeCase {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** the file that is linted; `Dockerfile` unless given */
  readonly path?: string;
  readonly speaks?: readonly string[];
  readonly silent?: readonly string[];
}

const SLIM = "FROM python:3.11-slim\n";
const CMD = 'CMD ["python", "src/app.py"]\n';

/** Where other tools report what is fine, or say nothing of what is wrong. */
const CASES: readonly (readonly [number, readonly EdgeCase[]])[] = [
  [1, [{ title: "no USER at all", files: { Dockerfile: SLIM + CMD }, speaks: ["missing-user"] }]],
  [
    2,
    [
      {
        title: "root in the builder, somebody else in what is shipped",
        files: { Dockerfile: `FROM python:3.11 AS b\nUSER root\n${SLIM}COPY --from=b /x /x\nUSER 10001\n${CMD}` },
        silent: ["last-user-root", "missing-user"],
      },
    ],
  ],
  [
    3,
    [
      {
        title: "a USER in the builder alone",
        files: { Dockerfile: `FROM python:3.11 AS b\nUSER 10001\n${SLIM}COPY --from=b /x /x\n${CMD}` },
        speaks: ["missing-user"],
      },
    ],
  ],
  [
    4,
    ["0", "0:0", "root:root"].map((user) => ({
      title: `USER ${user}`,
      files: { Dockerfile: `${SLIM}USER ${user}\n${CMD}` },
      speaks: ["last-user-root"],
    })),
  ],
  [
    5,
    [
      {
        title: "a base that does not start as root",
        files: { Dockerfile: 'FROM gcr.io/distroless/python3:nonroot\nCMD ["app.py"]\n' },
        silent: ["missing-user"],
      },
    ],
  ],
  [
    6,
    [
      {
        title: "a base from an ARG that has a tag",
        files: { Dockerfile: `ARG BASE=python:3.11-slim\nFROM \${BASE}\n${CMD}` },
        silent: ["base-image-untagged", "base-image-latest", "final-base-not-slim"],
      },
      {
        title: "latest from an ARG",
        files: { Dockerfile: `ARG V=latest\nFROM python:\${V}\n${CMD}` },
        speaks: ["base-image-latest"],
      },
    ],
  ],
  [
    7,
    [
      {
        title: "a stage built on an earlier one",
        files: {
          Dockerfile: `FROM python:3.11-slim AS base\nWORKDIR /app\nFROM base AS final\nCOPY src ./src\n${CMD}`,
        },
        silent: ["base-image-untagged", "workdir-unset-or-relative"],
      },
    ],
  ],
  [
    8,
    [
      {
        title: "a cache mount, pipx and pipenv",
        files: {
          Dockerfile: `${SLIM}RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\nRUN pipx install x && pipenv install\n`,
        },
        silent: ["pip-cache-kept"],
      },
    ],
  ],
  [
    9,
    [
      {
        title: "a health check in shell form",
        files: { Dockerfile: `${SLIM}HEALTHCHECK CMD python -c "import urllib.request" || exit 1\n${CMD}` },
        silent: ["shell-form-cmd", "missing-healthcheck", "healthcheck-tool-missing"],
      },
    ],
  ],
  [
    10,
    [
      {
        title: "curl on a slim image",
        files: { Dockerfile: `${SLIM}HEALTHCHECK CMD curl -f http://localhost:5000/health\n${CMD}` },
        speaks: ["healthcheck-tool-missing"],
      },
    ],
  ],
  [
    11,
    [
      {
        title: "the Dockerfile in a folder of its own, the ignore file at the root",
        files: {
          "docker/Dockerfile": `${SLIM}WORKDIR /app\nCOPY src ./src\n${CMD}`,
          ".dockerignore": "docs\n",
          "docs/x.md": "",
          "src/app.py": "",
          "compose.yaml": "services:\n  api:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n",
        },
        path: "docker/Dockerfile",
        silent: ["dockerignore-hides-source", "dockerignore-missing"],
      },
    ],
  ],
  [
    12,
    [
      {
        title: "everything ignored but the source",
        files: {
          Dockerfile: `${SLIM}WORKDIR /app\nCOPY ./src ./src\n`,
          ".dockerignore": "*\n!src\n",
          "src/app.py": "",
        },
        path: ".dockerignore",
        silent: ["dockerignore-hides-source"],
      },
      {
        title: "hidden again below the exception",
        files: {
          Dockerfile: `${SLIM}WORKDIR /app\nCOPY requirements.txt ./\n`,
          ".dockerignore": "*\n!requirements.txt\n*.txt\n",
          "requirements.txt": "flask==3.1.0\n",
        },
        path: ".dockerignore",
        speaks: ["dockerignore-hides-source"],
      },
    ],
  ],
  [
    13,
    [
      {
        title: "heredocs of all kinds",
        files: {
          Dockerfile: `${SLIM}RUN cat << 'EOF' > f\nFROM x\n\nUSER root\nEOF\nCOPY <<A <<B /x/\n$VAR\nA\nCMD\nB\nRUN <<EOF bash\necho hi\nEOF\n${CMD}`,
        },
        silent: ["file-does-not-parse", "last-user-root", "duplicate-instruction", "builder-stage-unused"],
      },
    ],
  ],
  [
    14,
    [
      {
        title: "names that only look like secrets",
        files: {
          Dockerfile: `${SLIM}ENV AUTH_MODE=x KEY_NAME=y PUBLIC_KEY=z TOKEN_FILE=/run/secrets/t SECRET_VERSION=2\nRUN apk add libssl3=3.1.4-r1\n`,
        },
        silent: ["secret-in-image"],
      },
      { title: "a real one", files: { Dockerfile: `${SLIM}ARG API_TOKEN\n` }, speaks: ["secret-in-image"] },
    ],
  ],
  [
    15,
    [
      {
        title: "a reason without a second #",
        files: { Dockerfile: "# hadolint ignore=DL3006 it is our own\nFROM python\n" },
        silent: ["base-image-untagged"],
      },
      {
        title: "several comments above one instruction, and one inside it",
        files: {
          Dockerfile: `# hadolint ignore=DL3006\n# hadolint ignore=DL3007\nFROM python\nRUN pip \\\n  # hadolint ignore=DL3042\n  install x==1\n`,
        },
        silent: ["base-image-untagged", "pip-cache-kept"],
      },
    ],
  ],
  [
    16,
    [
      {
        title: "another stage's files and the root folder",
        files: {
          Dockerfile: `FROM python:3.11 AS b\n${SLIM}WORKDIR "/"\nCOPY --from=b src /x/\n`,
          ".dockerignore": "src\n",
        },
        silent: ["workdir-unset-or-relative", "dockerignore-hides-source"],
      },
    ],
  ],
  [
    17,
    [
      {
        title: "SHELL in a parent stage",
        files: { Dockerfile: 'FROM python:3.11-slim AS a\nSHELL ["/bin/bash", "-c"]\nFROM a\nCMD python src/app.py\n' },
        silent: ["shell-form-cmd"],
      },
    ],
  ],
  [
    18,
    [
      {
        title: "single quotes",
        files: { Dockerfile: `${SLIM}CMD ['python', 'app.py']\n` },
        speaks: ["shell-form-cmd"],
      },
    ],
  ],
  [
    19,
    [
      {
        title: "another escape character",
        files: {
          Dockerfile: `# escape=\`\n${SLIM}RUN pip install \`\n  --no-cache-dir x==1\nCMD ["python", "C:\\\\app.py"]\n`,
        },
        silent: ["file-does-not-parse", "pip-cache-kept"],
      },
    ],
  ],
  [
    20,
    [
      {
        title: "variables in ports, and one port twice",
        files: {
          "compose.yaml":
            'services:\n  api:\n    image: x:1\n    ports:\n      - "$HOST:$PORT:1025"\n      - "53:53/udp"\n      - "53:53/tcp"\n',
        },
        path: "compose.yaml",
        silent: ["compose-hygiene", "redis-published", "file-does-not-parse"],
      },
    ],
  ],
  [
    21,
    [
      {
        title: "an empty new file is greeted, not scolded",
        files: { Dockerfile: "" },
        speaks: ["dockerfile-missing"],
        silent: ["file-does-not-parse"],
      },
    ],
  ],
  [
    22,
    [
      {
        title: "several RUNs in a builder, where layers are wanted: no rule asks to merge them",
        files: {
          Dockerfile: `FROM python:3.11 AS b\nRUN echo a\nRUN echo b\nRUN echo c\n${SLIM}COPY --from=b /x /x\nUSER 10001\n${CMD}`,
        },
      },
    ],
  ],
];

describe("The cases in which other linters are known to go wrong", () => {
  for (const [number, cases] of CASES) {
    for (const { title, files, path = "Dockerfile", speaks = [], silent = [] } of cases) {
      it(`${number}: ${title}`, () => {
        const project = openProject(submissionOf(files));
        const found = lintFile(project, path).findings;
        const rules = new Set(found.map(({ rule }) => rule));
        for (const rule of speaks) assert.ok(rules.has(rule), `${rule} is silent; found: ${[...rules].join(", ")}`);
        for (const rule of silent) assert.ok(!rules.has(rule), `${rule} speaks`);
        if (number === 21)
          assert.deepEqual(
            found.map(({ severity }) => severity),
            ["information"],
          );
        if (number === 22) assert.ok(found.every(({ message }) => !/merge|one RUN|combine/i.test(message)));
      });
    }
  }

  it("are twenty-two", () => {
    assert.deepEqual(
      CASES.map(([number]) => number),
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
  });
});
