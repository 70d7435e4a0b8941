import { userBeforeRootSteps } from "../../../src/core/rules/user-before-root-steps";
import { testRule } from "../../support/rule-tester";

const APP = "FROM python:3.11-slim\nRUN useradd -m app\n";
const HOMELESS = "FROM python:3.11-slim\nRUN useradd app\n";

testRule(userBeforeRootSteps, {
  valid: [
    `${APP}RUN apt-get update\nUSER app\n`,
    { name: "root again in between", text: `${APP}USER app\nUSER root\nRUN apt-get update\nUSER app\n` },
    { name: "sudo", text: `${APP}USER app\nRUN sudo apt-get update\n` },
    { name: "a variable names the user", text: "FROM team/base\nUSER $WHO\nRUN apt-get update\n" },
    { name: "pip goes to the user's home", text: `${APP}USER app\nRUN pip install flask\n` },
    {
      name: "pip goes to a virtual environment",
      text: `${HOMELESS}ENV PATH=/venv/bin:$PATH\nUSER app\nRUN pip install flask\n`,
    },
    { name: "pip goes to a folder", text: `${HOMELESS}USER app\nRUN pip install --target=/tmp/x flask\n` },
    {
      name: "a home made by hand",
      text: `${HOMELESS}RUN mkdir /home/app && chown app /home/app\nUSER app\nRUN pip install flask\n`,
    },
    { name: "a home made by WORKDIR", text: `${HOMELESS}USER app\nWORKDIR /home/app\nRUN pip install flask\n` },
    {
      name: "a home that Alpine's adduser makes",
      text: "FROM python:3.11-alpine\nRUN adduser -D app\nUSER app\nRUN pip install flask\n",
    },
    { name: "the user's own files", text: `${APP}USER app\nCOPY --chown=app . /app\nRUN chown -R app /app\n` },
    { name: "a file that the step has made", text: `${APP}USER app\nRUN touch x && chown app:app x\n` },
    {
      name: "a system folder that was handed over",
      text: `${APP}RUN chown -R app /usr/local\nUSER app\nRUN cp a /usr/local/bin/a\n`,
    },
    { name: "copied out of a system folder", text: `${APP}USER app\nRUN cp /etc/hostname /tmp/x\n` },
    {
      name: "another stage starts with its own base",
      text: `${APP}USER app\nFROM python:3.11-slim\nRUN apt-get update\n`,
    },
    {
      name: "a folder that WORKDIR has made for the user",
      text: `${APP}USER app\nWORKDIR /usr/src/app\nRUN mkdir -p /usr/src/app/logs\n`,
    },
    {
      name: "a folder that came with --chown",
      text: `${APP}USER app\nCOPY --chown=app conf /etc/app\nRUN touch /etc/app/x\n`,
    },
    { name: "a failure that is caught", text: `${APP}USER app\nRUN apt-get update || true\n` },
    { name: "root by number", text: "FROM python:3.11-slim\nUSER 0\nRUN apt-get update\n" },
    { name: "only named in a text", text: `${APP}USER app\nRUN echo apt-get install\n` },
  ],
  invalid: [
    {
      name: "USER moves below the step",
      text: `${APP}USER app\nRUN «apt-get» update && apt-get install -y tini\nCMD run\n`,
      findings: [
        {
          message: "step",
          says: ["works as app", "apt-get needs root"],
          fixes: [
            {
              title: "Move USER below the steps that need root",
              text: `${APP}RUN apt-get update && apt-get install -y tini\nUSER app\nCMD run\n`,
            },
          ],
        },
      ],
    },
    {
      name: "it moves with its comment, below the last such step, past what is the same for all",
      text: `${APP}# who it is\nUSER app\nENV A=1\nRUN «apt-get» update\nCOPY . /app\nRUN «chown» -R app /app\nCMD run\n`,
      findings: [
        {
          message: "step",
          fixes: [
            {
              text: `${APP}ENV A=1\nRUN apt-get update\nCOPY . /app\nRUN chown -R app /app\n# who it is\nUSER app\nCMD run\n`,
            },
          ],
        },
        {
          message: "step",
          fixes: [
            {
              text: `${APP}ENV A=1\nRUN apt-get update\nCOPY . /app\nRUN chown -R app /app\n# who it is\nUSER app\nCMD run\n`,
            },
          ],
        },
      ],
    },
    {
      name: "what the user does in between stays the user's: root for the one step",
      text: `${APP}USER app\nWORKDIR /home/app\nRUN pip install flask\nRUN «apt-get» update\nCMD run\n`,
      findings: [
        {
          message: "step",
          fixes: [
            {
              title: "Do this step as root, and go on as app",
              text: `${APP}USER app\nWORKDIR /home/app\nRUN pip install flask\nUSER root\nRUN apt-get update\nUSER app\nCMD run\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the USER stands in a local parent; lower case, CRLF, continuation lines",
      text: "from python:3.11-slim as base\r\nrun useradd -m app\r\nuser app\r\nfrom base\r\nrun «apt-get» update \\\r\n  && true\r\ncmd run\r\n",
      findings: [
        {
          message: "step",
          fixes: [
            {
              text: "from python:3.11-slim as base\r\nrun useradd -m app\r\nuser app\r\nfrom base\r\nuser root\r\nrun apt-get update \\\r\n  && true\r\nuser app\r\ncmd run\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "pip for a user without a home",
      text: `${HOMELESS}USER app\nCOPY requirements.txt .\nRUN «pip» install --no-cache-dir -r requirements.txt\nCMD run\n`,
      findings: [
        {
          message: "step",
          fixes: [
            {
              text: `${HOMELESS}COPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nUSER app\nCMD run\n`,
            },
          ],
        },
      ],
    },
    {
      name: "pip for a number",
      text: "FROM python:3.11-slim\nUSER 10001\nRUN «python» -m pip install flask",
      findings: [
        { message: "step", fixes: [{ text: "FROM python:3.11-slim\nRUN python -m pip install flask\nUSER 10001" }] },
      ],
    },
    {
      name: "users are created by root",
      text: "FROM python:3.11-slim\nUSER app\nRUN «useradd» app\nCMD run\n",
      findings: [{ message: "step", fixes: [{ text: "FROM python:3.11-slim\nRUN useradd app\nUSER app\nCMD run\n" }] }],
    },
    {
      name: "a system folder, in a builder too",
      text: "FROM python:3.11 AS b\nUSER 1000\nRUN «mkdir» -p /usr/share/x\nFROM python:3.11-slim\nUSER 1000\n",
      findings: [
        {
          message: "step",
          fixes: [
            { text: "FROM python:3.11 AS b\nRUN mkdir -p /usr/share/x\nUSER 1000\nFROM python:3.11-slim\nUSER 1000\n" },
          ],
        },
      ],
    },
  ],
});
