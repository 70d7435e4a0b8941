import { fileDoesNotParse } from "../../../src/core/rules/file-does-not-parse";
import { testRule } from "../../support/rule-tester";

const from = "FROM python:3.11-slim\n";
const compose = "compose.yaml";

testRule(fileDoesNotParse, {
  valid: [
    `${from}RUN <<EOF\nRUNN no instruction\nEOF\n`,
    { name: "an empty Dockerfile has no fault", text: "" },
    { name: "nor has one of comments", text: "# escape=`\n# soon\n" },
    { path: ".dockerignore", text: "venv\n[a-z]x\n" },
    {
      name: "UTF-16 of an ignore file is another rule's business",
      path: ".dockerignore",
      text: "a",
      encoding: "utf-16le",
    },
    { path: compose, text: "services:\n  api:\n    build: .\n" },
    { name: "files of other kinds", path: "requirements.txt", text: "[[[" },
  ],
  invalid: [
    {
      name: "an image that whoever builds must name: that may be meant",
      text: "ARG BASE\nFROM «${BASE}»\n",
      findings: [{ message: "needsArgument", severity: "information", says: ["${BASE}", "--build-arg BASE="] }],
    },
    {
      text: `${from}«WROKDIR» /app\nUSER 10001\n`,
      findings: [
        {
          message: "dockerfile",
          says: ["Did you mean WORKDIR?", "nothing is built"],
          fixes: [{ title: "Write WORKDIR", text: `${from}WORKDIR /app\nUSER 10001\n` }],
        },
      ],
    },
    {
      name: "lower case stays lower; CRLF",
      text: "from python:3.11-slim\r\n  «workdr» /app\r\n",
      findings: [{ message: "dockerfile", fixes: [{ text: "from python:3.11-slim\r\n  workdir /app\r\n" }] }],
    },
    {
      text: `${from}«mkdir» /data\n`,
      findings: [{ message: "dockerfile", fixes: [{ title: "Write RUN mkdir", text: `${from}RUN mkdir /data\n` }] }],
    },
    {
      name: "a flag's name, its value stays",
      text: `FROM python:3.11 AS b\n${from}COPY \\\n  «--form=b» /x /x\n`,
      findings: [
        {
          message: "dockerfile",
          says: ["Did you mean --from?"],
          fixes: [{ title: "Write --from", text: `FROM python:3.11 AS b\n${from}COPY \\\n  --from=b /x /x\n` }],
        },
      ],
    },
    {
      text: "FROM «Python:3.11-slim»\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\nUSER 10001\n",
      findings: [
        {
          message: "dockerfile",
          fixes: [{ text: "FROM python:3.11-slim\nENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1\nUSER 10001\n" }],
        },
      ],
    },
    {
      name: "nothing near enough to guess",
      text: `${from}«SETUP» all\n`,
      findings: [{ message: "dockerfile", says: ["Each line begins with an instruction"] }],
    },
    {
      name: "an example at the end of the message stands in quotes",
      text: `${from}«EXPOSE»\n`,
      findings: [{ message: "dockerfile", says: ["for instance: `EXPOSE 5000`. This stops Docker."] }],
    },
    {
      name: "before any FROM",
      text: "«RUN» true\n",
      findings: [{ message: "dockerfile", says: ["no FROM", "`FROM python:3.11-slim`."] }],
    },
    {
      name: "a directive twice in a file of comments",
      text: "# escape=`\n«# escape=`»\n# soon\n",
      findings: [{ message: "dockerfile", says: ["a second time"] }],
    },
    {
      name: "UTF-16",
      text: "FROM scratch",
      encoding: "utf-16le",
      findings: [{ message: "dockerfile", at: [0, 0, 0, 0], says: ["UTF-16"] }],
    },
    {
      path: ".dockerignore",
      text: "venv\n«[z-a]»\n«!»\n",
      findings: [
        { message: "dockerignore", says: ["runs backwards", "stops the build"] },
        { message: "dockerignore", says: ["exclamation mark"] },
      ],
    },
    {
      path: compose,
      text: "services:\n  api:\n    build: .\n   redis:\n",
      findings: [{ message: "compose", at: [3, 0, 3, 1], says: ["not indented like its neighbours"] }],
    },
    {
      name: "an empty Compose file is no error",
      path: compose,
      text: "# soon\n",
      findings: [{ message: "empty", severity: "information", at: [0, 0, 0, 0] }],
    },
  ],
});
