import { copyFromUnknown } from "../../../src/core/rules/copy-from-unknown";
import { testRule } from "../../support/rule-tester";

testRule(copyFromUnknown, {
  valid: [
    "FROM python:3.11 AS builder\nFROM python:3.11-slim\nCOPY --from=builder /a /b\n",
    { name: "in other case", text: "from x:1 as Builder\nfrom y:1\ncopy --from=BUILDER /a /b\n" },
    { name: "by number", text: "FROM x:1\nFROM y:1\nCOPY --from=0 /a /b\n" },
    { name: "an image with a tag", text: "FROM x:1\nCOPY --from=nginx:1.27 /a /b\n" },
    { name: "an image with a path", text: "FROM x:1\nCOPY --from=team/tool /a /b\n" },
    { name: "an image in a registry", text: "FROM x:1\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/\n" },
    { name: "a well-known image by its bare name", text: "FROM x:1\nCOPY --from=nginx /a /b\n" },
    {
      name: "a context that Compose names",
      text: "FROM x:1\nCOPY --from=Shared /a /b\n",
      with: {
        "compose.yaml":
          "services:\n  api:\n    build:\n      context: .\n      additional_contexts:\n        - shared=../shared\n",
      },
    },
    { name: "behind ONBUILD", text: "FROM x:1\nONBUILD COPY --from=nobody /a /b\n" },
    { name: "in a comment", text: "FROM x:1\n# COPY --from=nobody /a /b\n" },
    { name: "in a heredoc", text: "FROM x:1\nRUN <<E\nCOPY --from=nobody /a /b\nE\n" },
    { name: "from the build's own files", text: "FROM x:1\nCOPY from /b\n" },
    { name: "a variable, which the parser refuses", text: "FROM x:1\nARG S=a\nCOPY --from=$S /a /b\n" },
    {
      name: "its path is no matter of .dockerignore",
      text: "FROM x:1 AS b\nFROM y:1\nCOPY --from=b .git /b\n",
      with: { ".dockerignore": ".git\n" },
    },
  ],
  invalid: [
    {
      text: "FROM python:3.11 AS builder\r\nFROM python:3.11-slim\r\nCOPY --chown=1 --from=«biulder» /a \\\r\n  /b\r\n",
      findings: [
        {
          message: "unknown",
          says: ["biulder"],
          fixes: [
            {
              title: "Copy from builder",
              text: "FROM python:3.11 AS builder\r\nFROM python:3.11-slim\r\nCOPY --chown=1 --from=builder /a \\\r\n  /b\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "the stage above has no name yet, in lower case",
      text: "from python:3.11\nfrom python:3.11-slim\ncopy --from=«builder» /a /b\n",
      findings: [
        {
          message: "unknown",
          fixes: [
            {
              title: "Call the stage above builder",
              text: "from python:3.11 as builder\nfrom python:3.11-slim\ncopy --from=builder /a /b\n",
            },
          ],
        },
      ],
    },
    {
      name: "the only stage above has quite another name",
      text: "FROM python:3.11 AS compile\nFROM python:3.11-slim\nCOPY --from=«wheelhouse» /a /b\n",
      findings: [
        {
          message: "unknown",
          fixes: [{ text: "FROM python:3.11 AS compile\nFROM python:3.11-slim\nCOPY --from=compile /a /b\n" }],
        },
      ],
    },
    {
      name: "several stages above, none of them near",
      text: "FROM python:3.11 AS one\nFROM python:3.11 AS two\nFROM python:3.11-slim\nCOPY --from=«wheelhouse» /a /b\n",
      findings: [{ message: "unknown" }],
    },
    {
      name: "no stage above",
      text: "FROM python:3.11-slim\nCOPY --from=«builder» /a /b\n",
      findings: [{ message: "unknown" }],
    },
    {
      name: "its own stage by name",
      text: "FROM python:3.11 AS b\nFROM python:3.11-slim AS app\nCOPY --from=«app» /a /b\n",
      findings: [
        {
          message: "own",
          fixes: [{ text: "FROM python:3.11 AS b\nFROM python:3.11-slim AS app\nCOPY --from=b /a /b\n" }],
        },
      ],
    },
    {
      name: "its own stage by number",
      text: "FROM python:3.11-slim\nCOPY --from=«0» /a /b\n",
      findings: [{ message: "own" }],
    },
    {
      name: "a number that is too high",
      text: "FROM python:3.11 AS b\nFROM python:3.11-slim\nCOPY --from=«5» /a /b\n",
      findings: [
        { message: "number", fixes: [{ text: "FROM python:3.11 AS b\nFROM python:3.11-slim\nCOPY --from=b /a /b\n" }] },
      ],
    },
    {
      name: "a stage further down",
      text: "FROM python:3.11-slim AS a\nCOPY --from=«z» /a /b\nFROM python:3.11 AS z\nCOPY --from=a /b /c\n",
      findings: [{ message: "later" }],
    },
  ],
});
