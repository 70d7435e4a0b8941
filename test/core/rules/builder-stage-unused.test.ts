import { builderStageUnused } from "../../../src/core/rules/builder-stage-unused";
import { testRule } from "../../support/rule-tester";

const BUILDER =
  "WORKDIR /build\nCOPY requirements.txt .\nRUN pip install --no-cache-dir --prefix=/install -r requirements.txt\n";
const unused = { message: "unused" };

testRule(builderStageUnused, {
  valid: [
    `FROM python:3.11 AS builder\n${BUILDER}FROM python:3.11-slim\nCOPY --from=builder /install /usr/local\n`,
    { name: "by number", text: "FROM x:1\nFROM y:1\nCOPY --from=0 /a /b\n" },
    { name: "by FROM", text: "FROM x:1 AS base\nFROM base\n" },
    { name: "by a mount", text: "FROM x:1 AS b\nFROM y:1\nRUN --mount=type=bind,from=b,target=/b cp /b/a /\n" },
    {
      name: "by a stage that is built by itself",
      text: "FROM x:1 AS build\nFROM y:1 AS test\nCOPY --from=build /a /b\nFROM z:1\n",
    },
    { name: "a stage that is built by itself, by its name", text: "FROM x:1 AS test\nRUN pytest\nFROM y:1\n" },
    { name: "a stage that is built by itself, by what it starts", text: 'FROM x:1 AS tool\nCMD ["a"]\nFROM y:1\n' },
    { name: "one stage", text: "FROM x:1\n" },
    {
      name: "its name is misspelt where it is used",
      text: "FROM x:1 AS builder\nFROM y:1\nCOPY --from=biulder /a /b\n",
    },
    {
      name: "what Compose builds",
      text: "FROM x:1 AS builder\nRUN true\nFROM y:1 AS app\n",
      with: {
        "compose.yaml":
          "services:\n  one:\n    build: .\n  two:\n    build:\n      context: .\n      target: builder\n",
      },
    },
    {
      name: "below what Compose builds",
      text: "FROM y:1 AS app\nFROM x:1 AS builder\nFROM z:1\n",
      with: { "compose.yaml": "services:\n  api:\n    build:\n      context: .\n      target: app\n" },
    },
  ],
  invalid: [
    {
      name: "the final stage installs the same once more",
      text: `FROM «python:3.11» AS builder\n${BUILDER}\nFROM python:3.11-slim\nWORKDIR /app\nCOPY requirements.txt .\n# packages\nRUN pip install --no-cache-dir \\\n    -r requirements.txt\nCOPY src/ ./src/\n`,
      findings: [
        {
          message: "unused",
          says: ["the stage builder"],
          fixes: [
            {
              title: "Take the packages from builder",
              text: `FROM python:3.11 AS builder\n${BUILDER}\nFROM python:3.11-slim\nWORKDIR /app\nCOPY requirements.txt .\n# packages\nCOPY --from=builder /install /usr/local\nCOPY src/ ./src/\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the final stage forgets the packages; a stage without a name, in lower case, CRLF",
      text: "from «python:3.11»\r\nrun pip install flask\r\nfrom python:3.11-slim\r\nworkdir /app\r\n# source\r\ncopy src/ ./src/\r\n",
      findings: [
        {
          message: "unused",
          says: ["stage number 0"],
          fixes: [
            {
              text: "from python:3.11\r\nrun pip install --prefix=/install flask\r\nfrom python:3.11-slim\r\nworkdir /app\r\ncopy --from=0 /install /usr/local\r\n# source\r\ncopy src/ ./src/\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "nothing but a start command below",
      text: `FROM «python:3.11» AS builder\n${BUILDER}FROM python:3.11-slim\nCMD ["python"]\n`,
      findings: [
        {
          message: "unused",
          fixes: [
            {
              text: `FROM python:3.11 AS builder\n${BUILDER}FROM python:3.11-slim\nCOPY --from=builder /install /usr/local\nCMD ["python"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the final stage installs something else",
      text: `FROM «python:3.11» AS builder\n${BUILDER}FROM python:3.11-slim\nRUN pip install flask\n`,
      findings: [unused],
    },
    {
      name: "another Python",
      text: `FROM «python:3.12» AS builder\n${BUILDER}FROM python:3.11-slim\nCOPY src src\n`,
      findings: [unused],
    },
    {
      name: "packages that need libraries of the full image",
      text: `FROM «python:3.11» AS builder\n${BUILDER}FROM python:3.11-slim\nCOPY src src\n`,
      with: { "requirements.txt": "psycopg2\n" },
      findings: [unused],
    },
    {
      name: "the stage goes on working with what it installed",
      text: "FROM «python:3.11» AS builder\nRUN pip install flask\nRUN flask --version\nFROM python:3.11-slim\n",
      findings: [unused],
    },
    { name: "a copy in a comment", text: "FROM «x:1» AS b\nFROM y:1\n# COPY --from=b /a /b\n", findings: [unused] },
    {
      name: "a copy behind ONBUILD",
      text: "FROM «x:1» AS b\nFROM y:1\nONBUILD COPY --from=b /a /b\n",
      findings: [unused],
    },
  ],
});
