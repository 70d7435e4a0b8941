import { dockerignoreDeadLine } from "../../../src/core/rules/dockerignore-dead-line";
import { testRule } from "../../support/rule-tester";

const path = ".dockerignore";
const dockerfile = "FROM python:3.11-slim\nCOPY src src\n";

testRule(dockerignoreDeadLine, {
  valid: [
    { name: "an exception behind its pattern", path, text: "*.md\n!README.md\n" },
    { name: "only a part is left out again", path, text: "data\n!data/keep\ndata/keep/3.csv\n" },
    { name: "a star that does not take all back", path, text: "*\n!*.py\ntest_*.py\n" },
    { name: "an exception for every folder, taken back at the top only", path, text: "*\n!**/*.py\n*.py\n" },
    { name: "the same pattern again, since an exception stands between", path, text: "src/*\n!src\nsrc/*\n" },
    { name: "everywhere and at the top are two things", path, text: "**/venv\nvenv\n" },
    { name: "a # inside a name", path, text: "b#c.txt\n" },
    { name: "a file has that very name", path, text: "b #c.txt\n", with: { "b #c.txt": "" } },
    { name: "white space around a pattern", path, text: "  venv  \n" },
    { name: "a set in an exception: no sample speaks for all of it", path, text: "!data/[ab].csv\ndata\n" },
  ],
  invalid: [
    {
      path,
      text: "«!README.md»\n# notes\n*.md\nvenv\n",
      findings: [
        {
          message: "undone",
          says: ["line 3"],
          fixes: [
            { title: "Move it below *.md", text: "# notes\n*.md\n!README.md\nvenv\n" },
            { title: "Delete this line", text: "# notes\n*.md\nvenv\n" },
          ],
        },
      ],
    },
    {
      name: "the last of several lines that take it back; no line end at the end",
      path,
      text: "*\r\n«!docs/*.md»\r\ndocs\r\n*/*.md",
      findings: [
        {
          message: "undone",
          fixes: [{ text: "*\r\ndocs\r\n*/*.md\r\n!docs/*.md" }, { text: "*\r\ndocs\r\n*/*.md" }],
        },
      ],
    },
    {
      name: "what no image needs is not let in by a fix",
      path,
      text: "«!.env»\n**/.env\n",
      findings: [{ message: "undone", fixes: [{ text: "**/.env\n" }] }],
    },
    {
      path,
      text: "  «venv # the environment»\r\n.git\r\n",
      findings: [{ message: "note", fixes: [{ text: "# the environment\r\nvenv\r\n.git\r\n" }] }],
    },
    {
      name: "a note behind an exception",
      path,
      text: "*.md\n«!README.md   # for the package»\n",
      findings: [{ message: "note", fixes: [{ text: "*.md\n# for the package\n!README.md\n" }] }],
    },
    {
      name: "the pattern stands on a line of its own as well",
      path,
      text: "venv\n«venv/ # again»\n",
      findings: [{ message: "note", fixes: [{ text: "venv\n# again\n" }] }],
    },
    {
      name: "no fix where the pattern would hide what is copied",
      path,
      text: "«src # all of it»\n",
      with: { Dockerfile: dockerfile, "src/app.py": "" },
      findings: [{ message: "note" }],
    },
    {
      path,
      text: "venv\n  «# caches»\n**/__pycache__\n",
      findings: [{ message: "indented", fixes: [{ text: "venv\n# caches\n**/__pycache__\n" }] }],
    },
    {
      path,
      text: "venv/\n.git\n«./venv»\n",
      findings: [{ message: "duplicate", says: ["Line 1"], fixes: [{ text: "venv/\n.git\n" }] }],
    },
    {
      name: "an exception twice",
      path,
      text: "*\n!src\n«!src/»\n",
      findings: [{ message: "duplicate", fixes: [{ text: "*\n!src\n" }] }],
    },
    {
      path,
      text: "venv\n",
      encoding: "utf-16le",
      findings: [{ message: "encoding", at: [0, 0, 0, 0], says: ["UTF-16"] }],
    },
  ],
});
