import { baseImageLatest } from "../../../src/core/rules/base-image-latest";
import { testRule } from "../../support/rule-tester";

testRule(baseImageLatest, {
  valid: [
    "FROM python:3.11-slim\n",
    { name: "without a tag, which is another rule's", text: "FROM python\n" },
    { name: "a digest does not move", text: `FROM python:latest@sha256:${"a".repeat(64)}\n` },
    { name: "a part of a tag", text: "FROM python:latest-slim\n" },
    { name: "a variable without a value", text: "ARG V\nFROM python:${V}\n" },
    { name: "another default", text: "ARG V=3.11\nFROM python:${V}\n" },
    { name: "in a comment", text: "# FROM python:latest\nFROM python:3.11\n" },
    { name: "an image to copy from", text: "FROM python:3.11\nCOPY --from=nginx:latest /a /b\n" },
  ],
  invalid: [
    {
      text: 'FROM «python:latest»\r\nCMD ["python"]\r\n',
      findings: [
        {
          message: "latest",
          fixes: [{ title: "Use the tag 3.11", text: 'FROM python:3.11\r\nCMD ["python"]\r\n' }],
        },
      ],
    },
    {
      name: "literally behind an ARG's default",
      text: "ARG V=latest\nFROM «python:${V}»\n",
      findings: [{ message: "latest", says: ["python:latest"], fixes: [{ text: "ARG V=3.11\nFROM python:${V}\n" }] }],
    },
    {
      name: "the shipped stage gets the slim one, in lower case",
      text: "from python:3.11 as b\nfrom «docker.io/library/python:latest»\ncopy --from=b /a /b\n",
      findings: [
        {
          message: "latest",
          fixes: [{ text: "from python:3.11 as b\nfrom docker.io/library/python:3.11-slim\ncopy --from=b /a /b\n" }],
        },
      ],
    },
    {
      name: "but not where its probe needs the full one",
      text: "FROM python:3.11 AS b\nFROM «python:latest»\nCOPY --from=b /a /b\nHEALTHCHECK CMD curl -f http://localhost:5000/health\n",
      findings: [
        {
          message: "latest",
          fixes: [
            {
              text: "FROM python:3.11 AS b\nFROM python:3.11\nCOPY --from=b /a /b\nHEALTHCHECK CMD curl -f http://localhost:5000/health\n",
            },
          ],
        },
      ],
    },
    { name: "an image that it knows nothing of", text: "FROM «team/tool:latest»\n", findings: [{ message: "latest" }] },
    {
      name: "a default that another FROM shares",
      text: "ARG V=latest\nFROM «python:$V» AS b\nFROM redis:$V-x\n",
      findings: [{ message: "latest" }],
    },
  ],
});
