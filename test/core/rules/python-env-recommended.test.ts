import { pythonEnvRecommended } from "../../../src/core/rules/python-env-recommended";
import { testRule } from "../../support/rule-tester";

testRule(pythonEnvRecommended, {
  valid: [
    "FROM python:3.11-slim\nENV PYTHONUNBUFFERED=1 \\\n    PYTHONDONTWRITEBYTECODE=1\n",
    { name: "the old form", text: "FROM python:3.11-slim\nENV PYTHONUNBUFFERED 1\nENV PYTHONDONTWRITEBYTECODE 1\n" },
    {
      name: "whatever the value, somebody has thought of it",
      text: "FROM python:3.11-slim\nENV PYTHONUNBUFFERED=true PYTHONDONTWRITEBYTECODE=\n",
    },
    {
      name: "set by a local parent",
      text: "FROM python:3.11-slim AS base\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\nFROM base\n",
    },
    {
      name: "given to Python as options",
      text: 'FROM python:3.11-slim\nENV PYTHONDONTWRITEBYTECODE=1\nCMD ["python", "-u", "app.py"]\n',
    },
    { name: "both as one option", text: 'FROM python:3.11-slim\nCMD ["python3", "-Bu", "app.py"]\n' },
    { name: "another image may set them itself", text: "FROM company/python-base:1\nCMD run\n" },
    { name: "no Python", text: "FROM nginx:1.27\n" },
    { name: "a base that only the build knows", text: "ARG BASE\nFROM ${BASE}\n" },
    { name: "the builder may do without", text: "FROM python:3.11 AS b\nFROM nginx:1.27\nCOPY --from=b /x /y\n" },
  ],
  invalid: [
    {
      text: "FROM «python:3.11-slim»\nWORKDIR /app\n",
      findings: [
        {
          message: "both",
          fixes: [
            {
              title: "Set PYTHONUNBUFFERED and PYTHONDONTWRITEBYTECODE",
              text: "FROM python:3.11-slim\nENV PYTHONUNBUFFERED=1 \\\n    PYTHONDONTWRITEBYTECODE=1\nWORKDIR /app\n",
            },
          ],
        },
      ],
    },
    {
      name: "one of them is there, lower case, indented, CRLF",
      text: "from python:3.11-slim as b\r\n  from «python:3.11-slim»\r\n  env PYTHONUNBUFFERED=1\r\n",
      findings: [
        {
          message: "bytecode",
          fixes: [
            {
              text: "from python:3.11-slim as b\r\n  from python:3.11-slim\r\n  env PYTHONDONTWRITEBYTECODE=1\r\n  env PYTHONUNBUFFERED=1\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "the other one is there; a registry of one's own; no line end",
      text: "FROM «registry.example:5000/library/python:3.11-slim»\nENV PYTHONDONTWRITEBYTECODE=1",
      findings: [
        {
          message: "unbuffered",
          fixes: [
            {
              text: "FROM registry.example:5000/library/python:3.11-slim\nENV PYTHONUNBUFFERED=1\nENV PYTHONDONTWRITEBYTECODE=1",
            },
          ],
        },
      ],
    },
    {
      name: "an ARG is gone when the app runs",
      text: "FROM «python:3.11-slim»\nARG PYTHONUNBUFFERED=1\nENV PYTHONDONTWRITEBYTECODE=1\n",
      findings: [
        {
          message: "unbuffered",
          fixes: [
            {
              text: "FROM python:3.11-slim\nENV PYTHONUNBUFFERED=1\nARG PYTHONUNBUFFERED=1\nENV PYTHONDONTWRITEBYTECODE=1\n",
            },
          ],
        },
      ],
    },
    {
      name: "set in the builder, and not in what is shipped",
      text: "FROM python:3.11 AS b\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\nFROM «python:3.11-slim»\nCOPY --from=b /x /y\n",
      findings: [
        {
          message: "both",
          fixes: [
            {
              text: "FROM python:3.11 AS b\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\nFROM python:3.11-slim\nENV PYTHONUNBUFFERED=1 \\\n    PYTHONDONTWRITEBYTECODE=1\nCOPY --from=b /x /y\n",
            },
          ],
        },
      ],
    },
    {
      name: "edge case 19: lines that a backtick continues",
      text: "# escape=`\nFROM «python:3.11-slim»\nCMD run\n",
      findings: [
        {
          message: "both",
          fixes: [
            {
              text: "# escape=`\nFROM python:3.11-slim\nENV PYTHONUNBUFFERED=1 `\n    PYTHONDONTWRITEBYTECODE=1\nCMD run\n",
            },
          ],
        },
      ],
    },
  ],
});
