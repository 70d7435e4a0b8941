import { missingUser } from "../../../src/core/rules/missing-user";
import { testRule } from "../../support/rule-tester";

const DEBIAN = "RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin appuser\n";
const ALPINE = "RUN adduser -D -H -u 10001 -s /sbin/nologin appuser\n";
const START = 'CMD ["python", "src/app.py"]\n';

testRule(missingUser, {
  valid: [
    "FROM python:3.11-slim\nRUN useradd app\nUSER app\n",
    { name: "root by name is another rule's", text: "FROM python:3.11-slim\nUSER root\n" },
    {
      name: "edge case 2: root in the builder, somebody else in what is shipped",
      text: "FROM python:3.11 AS builder\nUSER root\nRUN true\nFROM python:3.11-slim\nUSER 10001\n",
    },
    {
      name: "edge case 5: the base starts as somebody else (distroless)",
      text: "FROM gcr.io/distroless/python3-debian12:nonroot\nCOPY src /app\n",
    },
    {
      name: "edge case 5: the base starts as somebody else (Chainguard)",
      text: "FROM cgr.dev/chainguard/python:latest\nCOPY src /app\n",
    },
    { name: "a local parent sets it", text: "FROM python:3.11-slim AS base\nUSER 10001\nFROM base\nEXPOSE 5000\n" },
    { name: "an image that nobody knows", text: "FROM registry.example:5000/team/base:1\nCMD app\n" },
    { name: "a base without a value", text: "ARG BASE\nFROM ${BASE}\nCMD app\n" },
    { name: "a service that gives up root by itself", text: "FROM nginx:1.27\nCOPY site /usr/share/nginx/html\n" },
    {
      name: "gosu gives up root at the start",
      text: 'FROM python:3.11-slim\nRUN apt-get update && apt-get install -y gosu\nENTRYPOINT ["/start.sh"]\n',
    },
    { name: "lower case", text: "from python:3.11-slim\nuser 10001\n" },
  ],
  invalid: [
    {
      name: "edge case 1: no USER at all",
      text: `FROM «python:3.11-slim»\nWORKDIR /app\nCOPY src ./src\n\nEXPOSE 5000\n${START}`,
      findings: [
        {
          message: "none",
          fixes: [
            {
              title: "Create appuser and switch to it",
              text: `FROM python:3.11-slim\nWORKDIR /app\nCOPY src ./src\n${DEBIAN}USER appuser\n\nEXPOSE 5000\n${START}`,
            },
            {
              title: "Switch to user number 10001, which needs no name",
              text: `FROM python:3.11-slim\nWORKDIR /app\nCOPY src ./src\nUSER 10001\n\nEXPOSE 5000\n${START}`,
            },
          ],
        },
      ],
    },
    {
      name: "edge case 3: a user in the builder only",
      text: `FROM python:3.11 AS builder\nRUN useradd app\nUSER app\nRUN true\n\nFROM «python:3.11-slim»\nCOPY --from=builder /srv /srv\n${START}`,
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: `FROM python:3.11 AS builder\nRUN useradd app\nUSER app\nRUN true\n\nFROM python:3.11-slim\nCOPY --from=builder /srv /srv\n${DEBIAN}USER appuser\n${START}`,
            },
            {
              text: `FROM python:3.11 AS builder\nRUN useradd app\nUSER app\nRUN true\n\nFROM python:3.11-slim\nCOPY --from=builder /srv /srv\nUSER 10001\n${START}`,
            },
          ],
        },
      ],
    },
    {
      name: "Alpine, whose adduser is another program",
      text: `FROM «python:3.11-alpine»\nCOPY src /app/src\n${START}`,
      findings: [
        {
          message: "none",
          fixes: [
            { text: `FROM python:3.11-alpine\nCOPY src /app/src\n${ALPINE}USER appuser\n${START}` },
            { text: `FROM python:3.11-alpine\nCOPY src /app/src\nUSER 10001\n${START}` },
          ],
        },
      ],
    },
    {
      name: "distroless has no program that creates users",
      text: 'FROM «gcr.io/distroless/python3-debian12»\nCOPY src /app\nCMD ["/app/app.py"]\n',
      findings: [
        {
          message: "none",
          fixes: [
            { text: 'FROM gcr.io/distroless/python3-debian12\nCOPY src /app\nUSER 10001\nCMD ["/app/app.py"]\n' },
          ],
        },
      ],
    },
    {
      name: "a user is created, and nothing switches to it",
      text: `FROM «python:3.11-slim»\nRUN groupadd -r web && useradd -r -g web worker\nCOPY src /app/src\n${START}`,
      findings: [
        {
          message: "unused",
          says: ["The user worker is created"],
          fixes: [
            {
              title: "Switch to worker, which the Dockerfile creates",
              text: `FROM python:3.11-slim\nRUN groupadd -r web && useradd -r -g web worker\nCOPY src /app/src\nUSER worker\n${START}`,
            },
            {
              text: `FROM python:3.11-slim\nRUN groupadd -r web && useradd -r -g web worker\nCOPY src /app/src\nUSER 10001\n${START}`,
            },
          ],
        },
      ],
    },
    {
      name: "lower case, indentation, continuation lines, CRLF",
      text: "from «python:3.11-slim»\r\n  run pip install \\\r\n    # comment\r\n    flask\r\n  expose 5000\r\n  cmd python app.py\r\n",
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: "from python:3.11-slim\r\n  run pip install \\\r\n    # comment\r\n    flask\r\n  run useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin appuser\r\n  user appuser\r\n  expose 5000\r\n  cmd python app.py\r\n",
            },
            {
              text: "from python:3.11-slim\r\n  run pip install \\\r\n    # comment\r\n    flask\r\n  user 10001\r\n  expose 5000\r\n  cmd python app.py\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "an author who has EXPOSE and CMD before RUN keeps that order; the file ends without a line end",
      text: `FROM «python:3.11-slim»\nEXPOSE 5000\n${START}RUN <<EOF\nUSER in-a-heredoc\nEOF`,
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: `FROM python:3.11-slim\nEXPOSE 5000\n${START}RUN <<EOF\nUSER in-a-heredoc\nEOF\n${DEBIAN}USER appuser`,
            },
            { text: `FROM python:3.11-slim\nEXPOSE 5000\n${START}RUN <<EOF\nUSER in-a-heredoc\nEOF\nUSER 10001` },
          ],
        },
      ],
    },
    {
      name: "ONBUILD USER is for images to come",
      text: `FROM «python:3.11-slim»\nONBUILD USER 10001\n${START}`,
      findings: [
        {
          message: "none",
          fixes: [
            { text: `FROM python:3.11-slim\n${DEBIAN}USER appuser\nONBUILD USER 10001\n${START}` },
            { text: `FROM python:3.11-slim\nUSER 10001\nONBUILD USER 10001\n${START}` },
          ],
        },
      ],
    },
    {
      name: "packages in root's home move out of it by the same fix",
      text: `FROM python:3.11 AS builder\nCOPY requirements.txt .\nRUN pip install --user --no-cache-dir -r requirements.txt\n\nFROM «python:3.11-slim»\nCOPY --from=builder /root/.local /root/.local\nENV PATH=/root/.local/bin:$PATH\nCOPY src /app/src\nCMD ["python", "/app/src/app.py"]\n`,
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: `FROM python:3.11 AS builder\nCOPY requirements.txt .\nRUN pip install --prefix=/install --no-cache-dir -r requirements.txt\n\nFROM python:3.11-slim\nCOPY --from=builder /install /usr/local\nCOPY src /app/src\n${DEBIAN}USER appuser\nCMD ["python", "/app/src/app.py"]\n`,
            },
            {
              text: `FROM python:3.11 AS builder\nCOPY requirements.txt .\nRUN pip install --prefix=/install --no-cache-dir -r requirements.txt\n\nFROM python:3.11-slim\nCOPY --from=builder /install /usr/local\nCOPY src /app/src\nUSER 10001\nCMD ["python", "/app/src/app.py"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the app lies in root's home: no fix, for it could not start",
      text: "FROM «python:3.11-slim»\nWORKDIR /root/app\nCOPY . .\nCMD python app.py\n",
      findings: [{ message: "none" }],
    },
    {
      name: "a program that needs root: no fix",
      text: 'FROM «debian:12»\nCMD ["supervisord", "-n"]\n',
      findings: [{ message: "none" }],
    },
    {
      name: "a user that is root under another name is none",
      text: `FROM «python:3.11-slim»\nRUN useradd --non-unique --uid 0 toor\n`,
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: `FROM python:3.11-slim\nRUN useradd --non-unique --uid 0 toor\n${DEBIAN}USER appuser\n`,
            },
            { text: "FROM python:3.11-slim\nRUN useradd --non-unique --uid 0 toor\nUSER 10001\n" },
          ],
        },
      ],
    },
    {
      name: "the VS Code template's way to create a user",
      text: `FROM «python:3.11-slim»\nRUN adduser -u 5678 --disabled-password --gecos "" appuser && chown -R appuser /app\nCMD run\n`,
      findings: [
        {
          message: "unused",
          says: ["appuser"],
          fixes: [
            {
              text: `FROM python:3.11-slim\nRUN adduser -u 5678 --disabled-password --gecos "" appuser && chown -R appuser /app\nUSER appuser\nCMD run\n`,
            },
            {
              text: `FROM python:3.11-slim\nRUN adduser -u 5678 --disabled-password --gecos "" appuser && chown -R appuser /app\nUSER 10001\nCMD run\n`,
            },
          ],
        },
      ],
    },
  ],
});
