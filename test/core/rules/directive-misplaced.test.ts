import { directiveMisplaced } from "../../../src/core/rules/directive-misplaced";
import { testRule } from "../../support/rule-tester";

const REST = "FROM python:3.11-slim\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\n";

testRule(directiveMisplaced, {
  valid: [
    `# syntax=docker/dockerfile:1\n${REST}`,
    `# Syntax = docker/dockerfile:1\n# escape=\`\n# check=skip=all\n${REST}`,
    { name: "behind the byte order mark and CRLF", text: `#syntax=docker/dockerfile:1\r\n#check=error=true\r\n` },
    { name: "behind a line for the shell", text: `#!/usr/bin/env docker\n# syntax=docker/dockerfile:1\n${REST}` },
    { name: "a check for the instruction below", text: `# Why\n# check=skip=JSONArgsRecommended\n${REST}` },
    { name: "a check in the middle of the file", text: `${REST}# check=skip=JSONArgsRecommended\n\nCMD run\n` },
    { name: "prose that begins so", text: `# The app\n# syntax = see the manual\n# check = see below\n${REST}` },
    { name: "the top has it too", text: `# syntax=docker/dockerfile:1\n${REST}# syntax=docker/dockerfile:1\n` },
    { name: "no escape character", text: `# The app\n# escape=^\n${REST}` },
    {
      name: "edge case 13: inside a heredoc",
      text: `FROM python:3.11-slim\nCOPY << 'EOF' /x\n\n# syntax=docker/dockerfile:1\nEOF\n`,
    },
    { name: "inside an instruction", text: `FROM python:3.11-slim\nRUN a \\\n# syntax=docker/dockerfile:1\n  && b\n` },
    { name: "edge case 19: an escape that counts", text: `# escape=\`\nFROM python:3.11-slim\nRUN a \`\n  b\n` },
  ],
  invalid: [
    {
      name: "below a blank line",
      text: `\n# «syntax=docker/dockerfile:1»\n${REST}`,
      findings: [
        {
          message: "comment",
          says: ["# syntax="],
          fixes: [{ title: "Move it to the first line", text: `# syntax=docker/dockerfile:1\n\n${REST}` }],
        },
      ],
    },
    {
      name: "below a comment, CRLF",
      text: `# The app\r\n# «syntax=docker/dockerfile:1.7-labs»\r\nFROM alpine:3.20\r\n`,
      findings: [
        {
          message: "comment",
          fixes: [{ text: `# syntax=docker/dockerfile:1.7-labs\r\n# The app\r\nFROM alpine:3.20\r\n` }],
        },
      ],
    },
    {
      name: "below an instruction, indented",
      text: `${REST}  # «SYNTAX = docker/dockerfile:1»\nRUN true\n`,
      findings: [{ message: "comment", fixes: [{ text: `# SYNTAX = docker/dockerfile:1\n${REST}RUN true\n` }] }],
    },
    {
      name: "an old or unknown reader of Dockerfiles: nobody knows what it reads",
      text: `\n# «syntax=docker/dockerfile:1.0-experimental»\n${REST}`,
      findings: [{ message: "comment" }],
    },
    {
      name: "an escape that says what is so anyway",
      text: `# The app\n# «escape=\\»\nFROM alpine:3.20\nRUN a \\\n  b\n`,
      findings: [
        { message: "comment", fixes: [{ text: `# escape=\\\n# The app\nFROM alpine:3.20\nRUN a \\\n  b\n` }] },
      ],
    },
    {
      name: "edge case 19: an escape that would change what the lines mean",
      text: `# The app\n# «escape=\`»\nFROM alpine:3.20\nRUN a \\\n  && b\n`,
      findings: [{ message: "comment" }],
    },
    {
      name: "a check for the whole file, parted from the instruction",
      text: `# The app\n# «check=skip=JSONArgsRecommended»\n\n${REST}`,
      findings: [{ message: "comment", fixes: [{ text: `# check=skip=JSONArgsRecommended\n# The app\n\n${REST}` }] }],
    },
    {
      name: "a check that can stop the build: somebody must want it",
      text: `\n# «check=error=true»\n\n${REST}`,
      findings: [{ message: "comment", fixes: [{ text: `# check=error=true\n\n\n${REST}` }] }],
    },
    {
      name: "no instruction yet",
      text: `# The app\n# «syntax=docker/dockerfile:1»\n`,
      findings: [{ message: "comment", fixes: [{ text: `# syntax=docker/dockerfile:1\n# The app\n` }] }],
    },
    {
      name: "two checks become one",
      text: `# check=skip=JSONArgsRecommended;error=true\n# «check=skip=StageNameCasing»\n${REST}`,
      findings: [
        {
          message: "repeated",
          fixes: [{ text: `# check=skip=JSONArgsRecommended,StageNameCasing;error=true\n${REST}` }],
        },
      ],
    },
    {
      name: "the same one twice",
      text: `# syntax=docker/dockerfile:1\n# «syntax=docker/dockerfile:1»\n${REST}`,
      findings: [{ message: "repeated", fixes: [{ text: `# syntax=docker/dockerfile:1\n${REST}` }] }],
    },
    {
      name: "two that differ: somebody must choose",
      text: `# syntax=docker/dockerfile:1\n# «syntax=docker/dockerfile:1.4»\n${REST}`,
      findings: [
        {
          message: "repeated",
          fixes: [
            { title: "Keep docker/dockerfile:1", text: `# syntax=docker/dockerfile:1\n${REST}` },
            { title: "Keep docker/dockerfile:1.4", text: `# syntax=docker/dockerfile:1.4\n${REST}` },
          ],
        },
      ],
    },
  ],
});
