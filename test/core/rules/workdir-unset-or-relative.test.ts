import { workdirUnsetOrRelative } from "../../../src/core/rules/workdir-unset-or-relative";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

testRule(workdirUnsetOrRelative, {
  valid: [
    `${FROM}WORKDIR /app\nCOPY src/ ./src/\n`,
    { name: "relative behind an absolute one", text: `${FROM}WORKDIR /app\nWORKDIR src\nCOPY . .\n` },
    { name: "edge case 16: quoted", text: `${FROM}WORKDIR "/"\nCOPY . .\n` },
    { name: "edge case 16: quoted, and longer", text: `${FROM}WORKDIR '/srv/app'\nCOPY . .\n` },
    { name: "a variable", text: `${FROM}WORKDIR $APP_HOME\nCOPY . .\n` },
    { name: "a variable with a default", text: `${FROM}WORKDIR \${APP:-app}\nCOPY . $APP\n` },
    { name: "another system's paths", text: "# escape=`\nFROM company/windows\nWORKDIR C:\\app\nWORKDIR \\app\n" },
    { name: "absolute targets need none", text: `${FROM}COPY src/ /app/src/\nADD a.txt "/a.txt"\n` },
    { name: "in the JSON form", text: `${FROM}COPY ["a b.txt", "/app/"]\n` },
    { name: "a local parent has one", text: `FROM python:3.11-slim AS base\nWORKDIR /app\nFROM base\nCOPY . .\n` },
    { name: "an image that may have its own", text: "FROM tiangolo/uvicorn-gunicorn:python3.11\nCOPY . .\n" },
    { name: "an image of the same name that has its own", text: "FROM bitnami/python:3.11\nCOPY . .\n" },
    { name: "redis works in /data", text: "FROM redis:7\nCOPY redis.conf .\n" },
    {
      name: "a builder is nobody's business here",
      text: `FROM python:3.11 AS b\nCOPY . .\nWORKDIR app\n${FROM}WORKDIR /app\n`,
    },
    { name: "edge case 13: in a heredoc", text: `${FROM}RUN cat << 'EOF' > /x\nWORKDIR app\n\nCOPY . .\nEOF\n` },
    { name: "ONBUILD is for other images", text: `${FROM}ONBUILD WORKDIR app\nONBUILD COPY . .\n` },
  ],
  invalid: [
    {
      text: `${FROM}WORKDIR «app»\nCOPY src/ ./src/\n`,
      findings: [{ message: "relative", says: ["app"], fixes: [{ text: `${FROM}WORKDIR /app\nCOPY src/ ./src/\n` }] }],
    },
    {
      name: "quoted, with a dot, lower case, CRLF",
      text: `from python:3.11-slim\r\nworkdir «"./srv/app"»\r\n`,
      findings: [{ message: "relative", fixes: [{ text: `from python:3.11-slim\r\nworkdir /srv/app\r\n` }] }],
    },
    {
      name: "only the first of several: the others follow it",
      text: `${FROM}WORKDIR «app»\nWORKDIR src\n`,
      findings: [{ message: "relative", fixes: [{ text: `${FROM}WORKDIR /app\nWORKDIR src\n` }] }],
    },
    {
      name: "on an image whose folder is not known",
      text: "FROM company/base:1\nWORKDIR «app»\n",
      findings: [{ message: "relative" }],
    },
    {
      text: `${FROM}COPY src/ «./src/»\nCMD ["python", "src/app.py"]\n`,
      findings: [
        {
          message: "unset",
          says: ["./src/"],
          fixes: [
            { title: "Work in /app", text: `${FROM}WORKDIR /app\nCOPY src/ ./src/\nCMD ["python", "src/app.py"]\n` },
          ],
        },
      ],
    },
    {
      name: "once, before the first step, with the comments of that step; lower case, indented, CRLF",
      text: `from python:3.11-slim\r\n  env A=1\r\n  # packages\r\n  run pip install --no-cache-dir flask==3.1.0\r\n  copy app.py «.»\r\n  copy b.py ./\r\n`,
      findings: [
        {
          message: "unset",
          fixes: [
            {
              text: `from python:3.11-slim\r\n  env A=1\r\n  workdir /app\r\n  # packages\r\n  run pip install --no-cache-dir flask==3.1.0\r\n  copy app.py .\r\n  copy b.py ./\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "a path in the file counts on /",
      text: `${FROM}COPY app.py «.»\nCMD ["python", "/app.py"]\n`,
      findings: [{ message: "unset" }],
    },
    {
      name: "a folder of the system is meant",
      text: `${FROM}COPY app.conf «etc/app.conf»\n`,
      findings: [{ message: "unset" }],
    },
    {
      name: "a WORKDIR follows: somebody has thought about it, and has to say what is meant",
      text: `${FROM}COPY requirements.txt «./»\nWORKDIR /app\n`,
      findings: [{ message: "unset" }],
    },
    {
      name: "another stage takes the files from where they are",
      text: `FROM debian:12 AS base\nCOPY a «./»\nFROM base AS b\nRUN true\nFROM base\nCOPY --from=base /a /b\n`,
      findings: [{ message: "unset" }],
    },
    {
      name: "a Compose file mounts something where the files lie now",
      text: `${FROM}COPY src «./src»\n`,
      with: { "compose.yaml": "services:\n  api:\n    build: .\n    volumes:\n      - ./src:/src\n" },
      findings: [{ message: "unset" }],
    },
    {
      name: "a Compose file that says nothing of it; packages that come from elsewhere",
      text: `FROM python:3.11 AS b\n${FROM}COPY --from=b /install /usr/local\nCOPY src «./src»\n`,
      with: {
        "compose.yaml": "services:\n  api:\n    build: .\n    environment:\n      REDIS_URL: redis://redis:6379\n",
      },
      findings: [
        {
          message: "unset",
          fixes: [
            { text: `FROM python:3.11 AS b\n${FROM}WORKDIR /app\nCOPY --from=b /install /usr/local\nCOPY src ./src\n` },
          ],
        },
      ],
    },
    {
      name: "in the JSON form",
      text: `${FROM}ADD ["a.py", «"x/"»]\n`,
      findings: [{ message: "unset", fixes: [{ text: `${FROM}WORKDIR /app\nADD ["a.py", "x/"]\n` }] }],
    },
  ],
});
