import { dockerignoreRootOnly } from "../../../src/core/rules/dockerignore-root-only";
import { testRule } from "../../support/rule-tester";

const path = ".dockerignore";
const cache = { "src/__pycache__/": "" };

testRule(dockerignoreRootOnly, {
  valid: [
    { name: "nothing of that name lies deeper", path, text: "__pycache__\n*.pyc\n", with: { "__pycache__/": "" } },
    { name: "the pattern counts everywhere already", path, text: "**/__pycache__\n", with: cache },
    { name: "another line leaves it out", path, text: "__pycache__\nsrc/__pycache__\n", with: cache },
    { name: "the line is about a folder", path, text: "src/__pycache__\ndocs/*.txt\n", with: { "a/docs/x.txt": "" } },
    { name: "a slash before it says that the top is meant", path, text: "/data\n", with: { "src/data/x": "" } },
    { name: "all at the top", path, text: "*\n!src\n", with: { "src/app.py": "" } },
    {
      name: "what is meant at the top",
      path,
      text: "Dockerfile\n*.md\n.git\n",
      with: { "api/Dockerfile": "", "a/x.md": "" },
    },
    { name: "an exception", path, text: "*.log\n!docs/*.log\n", with: { "docs/x.log": "" } },
    { name: "an exception below a folder of that name", path, text: "data\n!data/keep\n", with: { "data/keep": "" } },
    { name: "a comment", path, text: "# __pycache__\n", with: cache },
  ],
  invalid: [
    {
      path,
      text: "«__pycache__/»\n.venv\n",
      with: cache,
      findings: [
        {
          message: "nested",
          says: ["__pycache__/", "src/__pycache__"],
          fixes: [{ title: "Write **/__pycache__", text: "**/__pycache__/\n.venv\n" }],
        },
      ],
    },
    {
      name: "compiled files are known to lie in a cache, which is listed without them; CRLF",
      path,
      text: "venv\r\n  «*.py[cod]»\r\n",
      with: cache,
      findings: [{ message: "nested", fixes: [{ text: "venv\r\n  **/*.py[cod]\r\n" }] }],
    },
    {
      path,
      text: "«.env»\n",
      with: { "src/.env": "" },
      findings: [{ message: "nested", says: ["src/.env"], fixes: [{ text: "**/.env\n" }] }],
    },
    {
      name: "a folder that may be wanted: somebody has to choose",
      path,
      text: "«tests»\n",
      with: { "src/tests/test_app.py": "" },
      findings: [{ message: "nested", fixes: [{ text: "**/tests\n" }] }],
    },
    {
      name: "no fix where it would hide what is copied",
      path,
      text: "«*.txt»\n",
      with: { Dockerfile: "FROM python:3.11-slim\nCOPY src/list.txt /\n", "src/list.txt": "" },
      findings: [{ message: "nested" }],
    },
    {
      name: "in a folder below the project's root",
      path: "api/.dockerignore",
      text: "«.env»\n",
      with: { "api/src/.env": "", ".env": "" },
      findings: [{ message: "nested", fixes: [{ text: "**/.env\n" }] }],
    },
  ],
});
