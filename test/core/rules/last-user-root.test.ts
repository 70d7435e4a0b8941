import { lastUserRoot } from "../../../src/core/rules/last-user-root";
import { testRule } from "../../support/rule-tester";

const CREATE = "RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin appuser\n";

testRule(lastUserRoot, {
  valid: [
    "FROM python:3.11-slim\nRUN useradd app\nUSER app\n",
    {
      name: "edge case 2: root in the builder, somebody else in what is shipped",
      text: "FROM python:3.11 AS b\nUSER root\nFROM python:3.11-slim\nUSER 10001\n",
    },
    { name: "root first, another one later", text: "FROM python:3.11-slim\nUSER root\nRUN true\nUSER 10001\n" },
    { name: "names have a case: Root is somebody else", text: "FROM python:3.11-slim\nUSER Root\n" },
    {
      name: "a variable without a value here",
      text: "FROM jupyter/base-notebook\nUSER root\nRUN true\nUSER $NB_UID\n",
    },
    { name: "an ARG that the build gives", text: "FROM python:3.11-slim\nARG UID\nUSER ${UID}\n" },
    {
      name: "gosu gives up root at the start",
      text: 'FROM python:3.11\nUSER root\nENTRYPOINT ["gosu", "app", "run"]\n',
    },
  ],
  invalid: [
    {
      text: "FROM python:3.11-slim\nRUN useradd app\nUSER «root»\n",
      findings: [
        {
          message: "root",
          fixes: [
            {
              title: "Switch to app, which the Dockerfile creates",
              text: "FROM python:3.11-slim\nRUN useradd app\nUSER app\n",
            },
            { text: "FROM python:3.11-slim\nRUN useradd app\nUSER 10001\n" },
          ],
        },
      ],
    },
    {
      name: "edge case 4: USER 0",
      text: "FROM python:3.11-slim\nUSER «0»\nCMD run\n",
      findings: [
        {
          message: "root",
          fixes: [
            {
              title: "Create appuser and switch to it",
              text: `FROM python:3.11-slim\n${CREATE}USER appuser\nCMD run\n`,
            },
            { text: "FROM python:3.11-slim\nUSER 10001\nCMD run\n" },
          ],
        },
      ],
    },
    {
      name: "edge case 4: USER 0:0",
      text: "FROM team/unknown\nUSER «0:0»\n",
      findings: [{ message: "root", says: ["0:0"], fixes: [{ text: "FROM team/unknown\nUSER 10001\n" }] }],
    },
    {
      name: "edge case 4: USER root:root",
      text: "FROM team/unknown\nUSER «root:root»\n",
      findings: [{ message: "root", fixes: [{ text: "FROM team/unknown\nUSER 10001\n" }] }],
    },
    {
      name: "quoted",
      text: 'FROM team/unknown\nUSER «"root"»\n',
      findings: [{ message: "root", fixes: [{ text: "FROM team/unknown\nUSER 10001\n" }] }],
    },
    {
      name: "a variable's default",
      text: "FROM team/unknown\nUSER «${U:-0}»\n",
      findings: [{ message: "root", fixes: [{ text: "FROM team/unknown\nUSER 10001\n" }] }],
    },
    {
      name: "lower case, indented, with a comment that stays with its line, CRLF",
      text: "from python:3.11-slim\r\n  # who it is\r\n  user «root»\r\n  cmd run\r\n",
      findings: [
        {
          message: "root",
          fixes: [
            {
              text: `from python:3.11-slim\r\n  run${CREATE.slice(3).trimEnd()}\r\n  # who it is\r\n  user appuser\r\n  cmd run\r\n`,
            },
            { text: "from python:3.11-slim\r\n  # who it is\r\n  user 10001\r\n  cmd run\r\n" },
          ],
        },
      ],
    },
    {
      name: "steps that follow may need root, so the new USER comes behind them",
      text: "FROM python:3.11-slim\nUSER «root»\nRUN useradd app\nCOPY src /app\nCMD run\n",
      findings: [
        {
          message: "root",
          fixes: [
            { text: "FROM python:3.11-slim\nUSER root\nRUN useradd app\nCOPY src /app\nUSER app\nCMD run\n" },
            { text: "FROM python:3.11-slim\nUSER root\nRUN useradd app\nCOPY src /app\nUSER 10001\nCMD run\n" },
          ],
        },
      ],
    },
    {
      name: "somebody else before: appuser is created by root",
      text: "FROM python:3.11-slim\nUSER 1000\nRUN true\nUSER «root»\nCMD run\n",
      findings: [
        {
          message: "root",
          fixes: [
            { text: `FROM python:3.11-slim\nUSER 1000\nRUN true\nUSER root\n${CREATE}USER appuser\nCMD run\n` },
            { text: "FROM python:3.11-slim\nUSER 1000\nRUN true\nUSER 10001\nCMD run\n" },
          ],
        },
      ],
    },
    {
      name: "inherited from a local parent, which keeps it",
      text: "FROM python:3.11-slim AS base\nUSER «root»\nFROM base\nEXPOSE 5000\n",
      findings: [
        {
          message: "root",
          fixes: [
            { text: `FROM python:3.11-slim AS base\nUSER root\nFROM base\n${CREATE}USER appuser\nEXPOSE 5000\n` },
            { text: "FROM python:3.11-slim AS base\nUSER root\nFROM base\nUSER 10001\nEXPOSE 5000\n" },
          ],
        },
      ],
    },
    {
      name: "a script starts the app: fixes, but none by itself",
      text: 'FROM python:3.11-slim\nRUN useradd app\nUSER «root»\nENTRYPOINT ["/start.sh"]\n',
      findings: [
        {
          message: "root",
          fixes: [
            { text: 'FROM python:3.11-slim\nRUN useradd app\nUSER app\nENTRYPOINT ["/start.sh"]\n' },
            { text: 'FROM python:3.11-slim\nRUN useradd app\nUSER 10001\nENTRYPOINT ["/start.sh"]\n' },
          ],
        },
      ],
    },
  ],
});
