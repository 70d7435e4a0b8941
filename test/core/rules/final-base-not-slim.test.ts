import { finalBaseNotSlim } from "../../../src/core/rules/final-base-not-slim";
import { testRule } from "../../support/rule-tester";

const BUILDER = "FROM python:3.11 AS b\nRUN pip install --prefix=/i flask\n";
const TAKE = "COPY --from=b /i /usr/local\nCOPY src src\n";
const full = { message: "full" };

testRule(finalBaseNotSlim, {
  valid: [
    { name: "a full builder", text: `${BUILDER}FROM python:3.11-slim\n${TAKE}` },
    "FROM python:3.11-slim-bookworm\n",
    "FROM python:3.11-alpine3.20\n",
    { name: "by an ARG's default", text: "ARG BASE=python:3.11-slim\nFROM ${BASE}\n" },
    { name: "an alias of a slim stage", text: "FROM python:3.11-slim AS base\nFROM base\n" },
    { name: "an ARG without a value", text: "ARG BASE\nFROM $BASE\n" },
    { name: "a digest alone", text: `FROM python@sha256:${"a".repeat(64)}\n` },
    { name: "another image", text: "FROM node:22\n" },
    { name: "a python that has no slim variant", text: "FROM public.ecr.aws/lambda/python:3.11\n" },
    { name: "Windows", text: "FROM python:3.11-windowsservercore-ltsc2022\n" },
    {
      name: "the stage that Compose builds is slim",
      text: "FROM python:3.11-slim AS app\nFROM python:3.11 AS dev\n",
      with: { "compose.yaml": "services:\n  api:\n    build:\n      context: .\n      target: app\n" },
    },
  ],
  invalid: [
    {
      text: `${BUILDER}FROM «python:3.11»\n${TAKE}`,
      findings: [
        {
          message: "full",
          fixes: [{ title: "Use the slim variant, 3.11-slim", text: `${BUILDER}FROM python:3.11-slim\n${TAKE}` }],
        },
      ],
    },
    {
      name: "the release stays, in lower case, CRLF, in a registry with a port",
      text: "from python:3.11 as b\r\nfrom «registry.example:5000/library/python:3.11.9-bookworm» as app\r\ncopy --from=b /a /b\r\n",
      findings: [
        {
          message: "full",
          fixes: [
            {
              text: "from python:3.11 as b\r\nfrom registry.example:5000/library/python:3.11.9-slim-bookworm as app\r\ncopy --from=b /a /b\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "an alias: the tag changes where the image is named",
      text: "FROM python:3.11 AS base\nWORKDIR /app\nFROM «base»\nCOPY src src\n",
      findings: [
        {
          message: "full",
          fixes: [{ text: "FROM python:3.11-slim AS base\nWORKDIR /app\nFROM base\nCOPY src src\n" }],
        },
      ],
    },
    {
      name: "a variable stays in front",
      text: "ARG V=3.11\nFROM python:${V} AS b\nFROM «python:${V}»\nCOPY --from=b /a /b\n",
      findings: [
        {
          message: "full",
          fixes: [{ text: "ARG V=3.11\nFROM python:${V} AS b\nFROM python:${V}-slim\nCOPY --from=b /a /b\n" }],
        },
      ],
    },
    {
      name: "packages are installed in it: offered, for somebody to decide",
      text: "FROM «python:3.11»\nRUN pip install flask\nRUN pip install redis\n",
      findings: [
        { message: "full", fixes: [{ text: "FROM python:3.11-slim\nRUN pip install flask\nRUN pip install redis\n" }] },
      ],
    },
    {
      name: "its probe is curl, which slim does not have",
      text: `${BUILDER}FROM «python:3.11»\n${TAKE}HEALTHCHECK CMD curl -f http://localhost:5000/health\n`,
      findings: [full],
    },
    { name: "a step compiles", text: "FROM «python:3.11»\nRUN gcc -o a a.c\n", findings: [full] },
    { name: "a digest beside the tag", text: `FROM «python:3.11@sha256:${"a".repeat(64)}»\n`, findings: [full] },
    { name: "no tag, which is another rule's to mend", text: "FROM «python»\n", findings: [full] },
  ],
});
