import { pythonNot311 } from "../../../src/core/rules/python-not-3.11";
import { testRule } from "../../support/rule-tester";

const CHALLENGE = { "challenge.json": '{"id":"dockerize-python-app"}' };

testRule(pythonNot311, {
  valid: [
    "FROM python:3.11-slim\n",
    "FROM python:3.11.9-alpine\n",
    { name: "another version in a stage that is not shipped", text: "FROM python:3.12 AS b\nFROM python:3.11-slim\n" },
    { name: "no version in sight", text: "FROM python\n" },
    { name: "latest is another rule's", text: "FROM python:latest\n" },
    { name: "a word only", text: "FROM python:slim\n" },
    { name: "another image", text: "FROM node:22\n" },
    { name: "somebody else's python", text: "FROM bitnami/python:3.12\n" },
    { name: "an ARG without a value", text: "ARG V\nFROM python:$V\n" },
    { name: "by an ARG's default", text: "ARG V=3.11\nFROM python:$V-slim\n" },
  ],
  invalid: [
    {
      text: 'FROM «python:3.12.4-slim-bookworm»\r\nCMD ["python"]\r\n',
      with: CHALLENGE,
      findings: [
        {
          message: "another",
          says: ["3.12.4", "3.11"],
          fixes: [{ title: "Use Python 3.11", text: 'FROM python:3.11-slim-bookworm\r\nCMD ["python"]\r\n' }],
        },
      ],
    },
    {
      name: "an open version, in lower case",
      text: "from «python:3-slim»\n",
      findings: [{ message: "another", fixes: [{ text: "from python:3.11-slim\n" }] }],
    },
    {
      name: "all stages together, and a release that is no longer built goes",
      text: "FROM python:3.8-stretch AS b\nRUN pip install --prefix=/i flask\nFROM «python:3.8-alpine3.9»\nCOPY src .\n",
      findings: [
        {
          message: "another",
          fixes: [
            {
              text: "FROM python:3.11 AS b\nRUN pip install --prefix=/i flask\nFROM python:3.11-alpine\nCOPY src .\n",
            },
          ],
        },
      ],
    },
    {
      name: "stages that share a variable",
      text: "ARG V=3.12\nFROM python:${V} AS b\nFROM «python:${V}-slim»\nCOPY --from=b /a /b\n",
      findings: [
        {
          message: "another",
          fixes: [{ text: "ARG V=3.11\nFROM python:${V} AS b\nFROM python:${V}-slim\nCOPY --from=b /a /b\n" }],
        },
      ],
    },
    {
      name: "the parent's image",
      text: "FROM «python:3.10-slim» AS base\nFROM base\n",
      findings: [{ message: "another", fixes: [{ text: "FROM python:3.11-slim AS base\nFROM base\n" }] }],
    },
    { name: "a digest", text: `FROM «python:3.12@sha256:${"a".repeat(64)}»\n`, findings: [{ message: "another" }] },
  ],
});
