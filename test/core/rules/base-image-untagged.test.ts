import { baseImageUntagged } from "../../../src/core/rules/base-image-untagged";
import { testRule } from "../../support/rule-tester";

const untagged = { message: "untagged" };

testRule(baseImageUntagged, {
  valid: [
    "FROM python:3.11-slim\n",
    { name: "a digest", text: `FROM python@sha256:${"a".repeat(64)}\n` },
    { name: "nothing at all", text: "FROM scratch\nCOPY app /\n" },
    { name: "the tag is in the ARG's default", text: "ARG BASE=python:3.11-slim\nFROM ${BASE}\n" },
    { name: "the tag is in the variable's default", text: "FROM ${BASE:-python:3.11-slim}\n" },
    { name: "an ARG without a value", text: "ARG BASE\nFROM $BASE\n" },
    { name: "an earlier stage, with a name of its own", text: "FROM python:3.11 AS base\nFROM base AS final\n" },
    { name: "a registry with a port, and a tag", text: "FROM registry.example:5000/python:3.11-slim\n" },
    { name: "in a comment", text: "# FROM python\nFROM python:3.11-slim\n" },
    { name: "in a heredoc", text: "FROM python:3.11-slim\nRUN <<EOF\nFROM python\nEOF\n" },
    {
      name: "a context that Compose names",
      text: "FROM base\n",
      with: {
        "compose.yaml":
          "services:\n  api:\n    build:\n      context: .\n      additional_contexts:\n        base: docker-image://python:3.11\n",
      },
    },
  ],
  invalid: [
    {
      text: "FROM «python»\nRUN pip install flask\n",
      findings: [
        {
          message: "untagged",
          fixes: [{ title: "Add the tag 3.11", text: "FROM python:3.11\nRUN pip install flask\n" }],
        },
      ],
    },
    {
      name: "the shipped stage gets the slim one",
      text: "FROM python:3.11 AS b\nRUN pip install --prefix=/i flask\nFROM --platform=linux/amd64 «python» AS x\nCOPY --from=b /i /usr/local\n",
      findings: [
        {
          message: "untagged",
          fixes: [
            {
              text: "FROM python:3.11 AS b\nRUN pip install --prefix=/i flask\nFROM --platform=linux/amd64 python:3.11-slim AS x\nCOPY --from=b /i /usr/local\n",
            },
          ],
        },
      ],
    },
    {
      name: "the builder gets the full one, in lower case",
      text: "from «python» as b\nrun pip install --prefix=/i flask\nfrom python:3.11-slim\ncopy --from=b /i /usr/local\n",
      findings: [
        {
          message: "untagged",
          fixes: [
            {
              text: "from python:3.11 as b\nrun pip install --prefix=/i flask\nfrom python:3.11-slim\ncopy --from=b /i /usr/local\n",
            },
          ],
        },
      ],
    },
    {
      name: "a registry's port is no tag",
      text: "FROM «registry.example:5000/library/python»\n",
      findings: [{ message: "untagged", fixes: [{ text: "FROM registry.example:5000/library/python:3.11\n" }] }],
    },
    {
      name: "by an ARG's default",
      text: "ARG BASE=python\nFROM «${BASE}»\n",
      findings: [{ message: "untagged", says: ["python"], fixes: [{ text: "ARG BASE=python:3.11\nFROM ${BASE}\n" }] }],
    },
    { name: "what version of it is not known here", text: "FROM «redis»\n", findings: [untagged] },
    {
      name: "the other stage has another Python",
      text: "FROM python:3.12 AS b\nFROM «python»\nCOPY --from=b /a /b\n",
      findings: [untagged],
    },
  ],
});
