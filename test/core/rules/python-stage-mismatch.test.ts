import { pythonStageMismatch } from "../../../src/core/rules/python-stage-mismatch";
import { testRule } from "../../support/rule-tester";

const INSTALL = "RUN pip install --prefix=/install flask\n";

testRule(pythonStageMismatch, {
  valid: [
    `FROM python:3.11 AS b\n${INSTALL}FROM python:3.11-slim\nCOPY --from=b /install /usr/local\n`,
    {
      name: "patch releases of one version",
      text: `FROM python:3.11.4 AS b\n${INSTALL}FROM python:3.11-slim-bookworm\nCOPY --from=b /install /usr/local\n`,
    },
    { name: "no packages", text: "FROM python:3.12 AS b\nFROM python:3.11-slim\nCOPY --from=b /app/dist /app\n" },
    {
      name: "wheels, which pip looks at again",
      text: "FROM python:3.12 AS b\nRUN pip wheel -w /wheels flask\nFROM python:3.11-slim\nCOPY --from=b /wheels /wheels\n",
    },
    {
      name: "an open version",
      text: `FROM python:3 AS b\n${INSTALL}FROM python:3.11-slim\nCOPY --from=b /install /usr/local\n`,
    },
    { name: "another image", text: "FROM node:22 AS b\nFROM python:3.11-slim\nCOPY --from=b /x/site-packages /y\n" },
    {
      name: "a Python of its own",
      text: "FROM python:3.12 AS b\nRUN uv python install 3.11 && uv venv /opt/venv\nFROM python:3.11-slim\nCOPY --from=b /opt/venv /opt/venv\n",
    },
    {
      name: "an image elsewhere",
      text: "FROM python:3.11-slim\nCOPY --from=python:3.12 /usr/local/lib/python3.12/site-packages /x\n",
    },
    {
      name: "in a stage that is not shipped",
      text: `FROM python:3.12 AS b\n${INSTALL}FROM python:3.11 AS t\nCOPY --from=b /install /usr/local\nFROM python:3.11-slim\n`,
    },
  ],
  invalid: [
    {
      text: `FROM python:3.12-bookworm AS b\r\n${INSTALL.trim()}\r\nFROM python:3.11-slim\r\nCOPY --from=b «/install» /usr/local\r\n`,
      findings: [
        {
          message: "version",
          says: ["3.12", "3.11"],
          fixes: [
            {
              title: "Use Python 3.11 in the first stage too",
              text: `FROM python:3.11-bookworm AS b\r\n${INSTALL.trim()}\r\nFROM python:3.11-slim\r\nCOPY --from=b /install /usr/local\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "a virtual environment, by number, in lower case",
      text: "from python:3.10 as base\nfrom base\nworkdir /x\nrun python -m venv env\nfrom python:3.11-slim\ncopy --from=1 «/x/env» /x/env\n",
      findings: [
        {
          message: "version",
          fixes: [
            {
              text: "from python:3.11 as base\nfrom base\nworkdir /x\nrun python -m venv env\nfrom python:3.11-slim\ncopy --from=1 /x/env /x/env\n",
            },
          ],
        },
      ],
    },
    {
      name: "site-packages",
      text: "ARG V=3.12\nFROM python:$V AS b\nFROM python:3.11-slim\nCOPY --from=b \\\n  «/usr/local/lib/python3.12/site-packages» /usr/local/lib/python3.11/site-packages\n",
      findings: [
        {
          message: "version",
          fixes: [
            {
              text: "ARG V=3.11\nFROM python:$V AS b\nFROM python:3.11-slim\nCOPY --from=b \\\n  /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.11/site-packages\n",
            },
          ],
        },
      ],
    },
    {
      name: "another C library: which one to change is for somebody to decide",
      text: `FROM python:3.11 AS b\n${INSTALL}FROM python:3.11-alpine\nCOPY --from=b «/install» /usr/local\n`,
      findings: [{ message: "library", says: ["python:3.11-alpine"] }],
    },
    {
      name: "another version and another C library",
      text: `FROM python:3.12-alpine AS b\n${INSTALL}FROM python:3.11-slim\nCOPY --from=b «/install» /usr/local\n`,
      findings: [{ message: "version" }],
    },
  ],
});
