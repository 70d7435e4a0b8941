import { graderBlindSpot } from "../../../src/core/rules/grader-blind-spot";
import { testRule } from "../../support/rule-tester";

const GRADERS = { "run.py": "", "challenge.json": '{"id":"dockerize-python-app"}' };
const BUILDER = "FROM python:3.11 AS builder\n";
const GOOD = `${BUILDER}FROM python:3.11-slim\nCOPY --from=builder /a /b\nRUN useradd appuser\nUSER appuser\nHEALTHCHECK CMD python -c "0"\n`;

testRule(graderBlindSpot, {
  valid: [
    { text: GOOD, with: GRADERS },
    { name: "no graders here", text: "from python:3.11-slim\nuser 10001\n" },
    {
      name: "our own starter has no run.py",
      text: "from python:3.11-slim\nuser 10002\n",
      with: { "challenge.json": '{"id":"dockerize-python-app"}' },
    },
    {
      name: "another challenge",
      text: "from python:3.11-slim\nuser 10003\n",
      with: { "run.py": "", "challenge.json": '{"id":"something-else"}' },
    },
    { name: "a real fault is not theirs", text: "FROM python:3.11\nUSER root\n", with: GRADERS },
    { name: "any FROM that names slim", text: "FROM python:3.11-slim AS base\nFROM python:3.11-slim\n", with: GRADERS },
    { name: "a name that passes", text: "FROM python:3.11-slim\nRUN useradd flask\nUSER flask:flask\n", with: GRADERS },
    { path: "docker-compose.yml", text: "services: {}\n", with: GRADERS },
    {
      name: "one of two files is the one",
      path: "compose.yaml",
      text: "services: {}\n",
      with: { ...GRADERS, "docker-compose.yml": "services: {}\n" },
    },
    { path: ".dockerignore", text: "__pycache__\nvenv\n", with: GRADERS },
    { name: "nothing is left out", path: ".dockerignore", text: "*.md\n", with: GRADERS },
  ],
  invalid: [
    {
      name: "keywords in lower case, and indented",
      text: `«from» python:3.11 as builder\r\n  «FROM» python:3.11-slim\r\nCOPY --from=builder /a /b\r\nRUN useradd appuser\r\n«user» appuser\r\n«healthcheck» CMD python -c "0"\r\n`,
      with: GRADERS,
      findings: [
        {
          message: "keyword",
          says: ["from"],
          fixes: [
            {
              title: "Write FROM at the line's start",
              text: `FROM python:3.11 as builder\r\n  FROM python:3.11-slim\r\nCOPY --from=builder /a /b\r\nRUN useradd appuser\r\nuser appuser\r\nhealthcheck CMD python -c "0"\r\n`,
            },
          ],
        },
        {
          message: "keyword",
          fixes: [
            {
              text: `from python:3.11 as builder\r\nFROM python:3.11-slim\r\nCOPY --from=builder /a /b\r\nRUN useradd appuser\r\nuser appuser\r\nhealthcheck CMD python -c "0"\r\n`,
            },
          ],
        },
        {
          message: "keyword",
          fixes: [
            {
              text: `from python:3.11 as builder\r\n  FROM python:3.11-slim\r\nCOPY --from=builder /a /b\r\nRUN useradd appuser\r\nUSER appuser\r\nhealthcheck CMD python -c "0"\r\n`,
            },
          ],
        },
        {
          message: "keyword",
          fixes: [
            {
              text: `from python:3.11 as builder\r\n  FROM python:3.11-slim\r\nCOPY --from=builder /a /b\r\nRUN useradd appuser\r\nuser appuser\r\nHEALTHCHECK CMD python -c "0"\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "an alias of a slim stage",
      text: "FROM python:3.11-slim AS base\nFROM «base»\n",
      with: GRADERS,
      findings: [{ message: "alias" }],
    },
    {
      name: "a variable that stands for a slim image",
      text: "ARG BASE=python:3.11-slim\nFROM «$BASE»\n",
      with: { "run.py": "", "challenge.json": "{}", ".github/workflows/grade.yml": "" },
      findings: [
        {
          message: "variable",
          fixes: [{ title: "Write python:3.11-slim", text: "ARG BASE=python:3.11-slim\nFROM python:3.11-slim\n" }],
        },
      ],
    },
    {
      name: "a platform before the image",
      text: "FROM «--platform=linux/amd64» python:3.11-slim\n",
      with: GRADERS,
      findings: [{ message: "platform" }],
    },
    {
      name: "an image that is too small for the workflow",
      text: "FROM «python:3.11-alpine»\n",
      with: GRADERS,
      findings: [{ message: "size" }],
    },
    {
      name: "a name of three letters",
      text: `${BUILDER}FROM python:3.11-slim\nRUN groupadd web && useradd --no-create-home -g web web\nWORKDIR /app\nCOPY --from=builder --chown=web:web web /app/web\nUSER «web»\nCMD ["python", "web/web.py"]\n`,
      with: GRADERS,
      findings: [
        {
          message: "name",
          says: ["web"],
          fixes: [
            {
              title: "Call the user appuser",
              text: `${BUILDER}FROM python:3.11-slim\nRUN groupadd appuser && useradd --no-create-home -g appuser appuser\nWORKDIR /app\nCOPY --from=builder --chown=appuser:appuser web /app/web\nUSER appuser\nCMD ["python", "web/web.py"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "a letter in the wrong place, and a home that has the name in its path",
      text: "FROM python:3.11-slim\nRUN useradd -m worker\nENV PATH=/home/worker/bin:$PATH\nUSER «worker»\n",
      with: GRADERS,
      findings: [{ message: "name" }],
    },
    {
      name: "another program is told the name",
      text: 'FROM python:3.11-slim\nRUN useradd runner\nUSER «runner»\nCMD ["su-exec", "runner", "python"]\n',
      with: GRADERS,
      findings: [{ message: "name" }],
    },
    {
      name: "a user by number",
      text: "FROM python:3.11-slim\nUSER «10001»\n",
      with: GRADERS,
      findings: [{ message: "creation" }],
    },
    {
      name: "an ignore file that takes back",
      path: ".dockerignore",
      text: "«*»\n# only these\n!src/app.py\n!requirements.txt\n",
      with: GRADERS,
      findings: [
        {
          message: "ignore",
          fixes: [{ text: "*\n# only these\n!src/app.py\n!requirements.txt\n**/__pycache__\n**/venv\n" }],
        },
      ],
    },
    {
      name: "Compose's preferred name",
      path: "compose.yaml",
      text: "«services: {}»\n",
      with: GRADERS,
      findings: [{ message: "compose" }],
    },
  ],
});
