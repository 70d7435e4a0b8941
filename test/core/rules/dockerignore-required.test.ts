import { dockerignoreRequired } from "../../../src/core/rules/dockerignore-required";
import { testRule } from "../../support/rule-tester";

const path = ".dockerignore";
const ALL = "**/__pycache__\n**/venv\n**/.venv\n**/.env\n.git\nDockerfile\n";

testRule(dockerignoreRequired, {
  valid: [
    { path, text: ALL },
    { name: "only what is wanted is let in", path, text: "*\n!src\n!requirements.txt\n" },
    { name: "the older file ending instead of the folder", path, text: "*.pyc\nvenv\n.env\n.git\nDockerfile*\n" },
    { name: "a project of something else", path, text: "node_modules\n", with: { "package.json": "{}" } },
    {
      name: "an image of something else",
      path,
      text: "node_modules\n",
      with: { Dockerfile: "FROM node:22\nCOPY package.json .\n", "package.json": "{}" },
    },
    { name: "the history does not lie in a folder below", path: "api/.dockerignore", text: ALL.replace(".git\n", "") },
    { name: "UTF-16 is another rule's business", path, text: "venv\n", encoding: "utf-16le" },
    { name: "the ignore file of one Dockerfile", path: "Dockerfile.dockerignore", text: ALL },
  ],
  invalid: [
    {
      name: "comments do not count, and both kinds are said apart",
      path,
      text: "# venv\n# __pycache__\n",
      findings: [
        {
          message: "required",
          at: [0, 0, 0, 6],
          says: ["__pycache__", "venv"],
          fixes: [{ text: "# venv\n# __pycache__\n**/__pycache__\n**/venv\n**/.venv\n" }],
        },
        {
          message: "recommended",
          severity: "information",
          at: [0, 0, 0, 6],
          says: [".env", ".git", "Dockerfile"],
          fixes: [{ text: "# venv\n# __pycache__\n**/.env\n.git\nDockerfile\n" }],
        },
      ],
    },
    {
      name: "an empty file",
      path,
      text: "",
      findings: [
        { message: "required", at: [0, 0, 0, 0], fixes: [{ text: "**/__pycache__\n**/venv\n**/.venv\n" }] },
        {
          message: "recommended",
          severity: "information",
          at: [0, 0, 0, 0],
          fixes: [{ text: "**/.env\n.git\nDockerfile\n" }],
        },
      ],
    },
    {
      name: "no line end behind the last line, CRLF before",
      path,
      text: "«.git»\r\n.env\r\nDockerfile\r\n__pycache__",
      findings: [
        {
          message: "required",
          fixes: [
            {
              title: "Leave out virtual environments (venv)",
              text: ".git\r\n.env\r\nDockerfile\r\n__pycache__\r\n**/venv\r\n**/.venv",
            },
          ],
        },
      ],
    },
    {
      name: "an exception of the author's is not undone",
      path,
      text: "«*.pyc»\nvenv\n.git\nDockerfile\n!sample/.env\n",
      findings: [
        {
          message: "recommended",
          severity: "information",
          fixes: [{ text: "*.pyc\nvenv\n.git\nDockerfile\n**/.env\n!sample/.env\n" }],
        },
      ],
    },
    {
      name: "what an exception lets in is about the exception; whoever wrote it has to decide",
      path,
      text: "«**/__pycache__»\nvenv\n.venv\n.env\n!venv\n«!.venv»\n",
      findings: [
        {
          message: "recommended",
          severity: "information",
          fixes: [{ text: "**/__pycache__\nvenv\n.venv\n.env\n!venv\n!.venv\n.git\nDockerfile\n" }],
        },
        {
          message: "takenBack",
          says: ["venv"],
          fixes: [{ title: "Delete !venv, !.venv", text: "**/__pycache__\nvenv\n.venv\n.env\n" }],
        },
      ],
    },
    {
      name: "an exception from what is wise only is the author's business",
      path,
      text: "«venv»\n.git\n.env\nDockerfile\n!.env\n",
      findings: [
        {
          message: "required",
          says: ["__pycache__"],
          fixes: [{ text: "venv\n.git\n.env\nDockerfile\n!.env\n**/__pycache__\n" }],
        },
      ],
    },
    {
      name: "what the Dockerfile copies by name stays in",
      path,
      text: "«**/__pycache__»\nvenv\n.git\n",
      with: { Dockerfile: "FROM python:3.11-slim\nCOPY Dockerfile /\nCOPY src src\n", "src/app.py": "" },
      findings: [
        {
          message: "recommended",
          severity: "information",
          fixes: [{ title: "Leave out .env", text: "**/__pycache__\nvenv\n.git\n**/.env\n" }],
        },
      ],
    },
    {
      name: "a pattern of the top folder only counts, an exception of part of it does too",
      path,
      text: "«venv»\n.git\n.env\nDockerfile\nsrc/*.pyd\n",
      findings: [
        {
          message: "required",
          says: ["__pycache__"],
          fixes: [{ text: "venv\n.git\n.env\nDockerfile\nsrc/*.pyd\n**/__pycache__\n" }],
        },
      ],
    },
  ],
});
