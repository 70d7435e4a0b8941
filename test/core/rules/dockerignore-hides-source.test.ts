import { dockerignoreHidesSource } from "../../../src/core/rules/dockerignore-hides-source";
import { testRule } from "../../support/rule-tester";

const path = ".dockerignore";
const app = { "requirements.txt": "flask\n", "src/app.py": "" };
const from = "FROM python:3.11-slim\nWORKDIR /app\n";
const fromDockerfile = (lines: string) => ({ ...app, Dockerfile: `${from}${lines}` });

testRule(dockerignoreHidesSource, {
  valid: [
    { text: `${from}COPY requirements.txt .\nCOPY src src\n`, with: { ...app, [path]: "venv\n*.md\n" } },
    {
      name: "edge case 11: a Dockerfile in a subfolder, the .dockerignore at the root",
      path: "docker/Dockerfile",
      text: `${from}COPY settings.txt .\n`,
      with: { ...app, "docker/settings.txt": "", [path]: "settings.txt\ndocker\n*.txt\n" },
    },
    {
      name: "edge case 11, built from the root as nobody can see",
      path: "docker/Dockerfile",
      text: `${from}COPY src src\n`,
      with: { ...app, [path]: "docker\n", "docker/.dockerignore": "src\n" },
    },
    {
      name: "edge case 12: a star and exceptions, with COPY .",
      text: `${from}COPY . .\n`,
      with: { ...app, [path]: "*\n!src\n" },
    },
    {
      name: "edge case 12: a star and exceptions, with COPY of the folder",
      text: `${from}COPY ./src ./src\nCOPY ["src/app.py", "/x/"]\n`,
      with: { ...app, [path]: "*\n!src\n" },
    },
    {
      name: "edge case 12: a part of the folder is let in",
      text: `${from}COPY src src\n`,
      with: { ...app, [path]: "src\n!src/app.py\n" },
    },
    {
      name: "edge case 16: what comes from another stage or image is no matter of the ignore file",
      text: `FROM python:3.11 AS build\n${from}COPY --from=build src src\nCOPY --from=nginx:1.29 /src /src\n`,
      with: { ...app, [path]: "src\n/src\n" },
    },
    {
      name: "addresses, texts and variables",
      text: `${from}ADD https://example.com/src/x.py src/\nADD git@example.com:src.git src\nCOPY <<src /x\nhello\nsrc\nARG D=src\nCOPY $D /x\n`,
      with: { ...app, [path]: "src\n*\n" },
    },
    { name: "no ignore file", text: `${from}COPY src src\n`, with: app },
    {
      name: "the Dockerfile's own ignore file comes first",
      text: `${from}COPY src src\n`,
      with: { ...app, [path]: "src\n", "Dockerfile.dockerignore": "venv\n" },
    },
    {
      name: "the context is the folder that the Compose file names",
      path: "docker/Dockerfile",
      text: `${from}COPY src src\n`,
      with: {
        ...app,
        [path]: "docker\n",
        "compose.yaml": "services:\n  api:\n    build:\n      context: .\n      dockerfile: docker/Dockerfile\n",
      },
    },
    {
      name: "a wildcard of which one match is let in",
      text: `${from}COPY *.txt .\n`,
      with: { ...app, [path]: "notes.txt\n", "notes.txt": "" },
    },
    { name: "what lies deeper than the wildcard", text: `${from}COPY * /x/\n`, with: { ...app, [path]: "src/*\n" } },
    {
      name: "only what is no part of the app is left out",
      text: `${from}COPY . .\n`,
      with: { [path]: "Dockerfile\n.dockerignore\n" },
    },
  ],
  invalid: [
    {
      text: `${from}COPY requirements.txt .\nCOPY «src/» ./src/\n`,
      with: { ...app, [path]: "venv\nsrc\n" },
      findings: [
        {
          message: "hidden",
          says: ["src", "line 2 of .dockerignore"],
          fixes: [{ title: "Take the line src out of .dockerignore", files: { [path]: "venv\n" } }],
        },
      ],
    },
    {
      name: "edge case 12: an exception that a later line takes back",
      text: `${from}COPY «requirements.txt» .\nCOPY src src\n`,
      with: { ...app, [path]: "*\n!src\n!requirements.txt\n*.txt\nvenv\n" },
      findings: [{ message: "hidden", fixes: [{ files: { [path]: "*\n!src\n*.txt\n!requirements.txt\nvenv\n" } }] }],
    },
    {
      name: "in JSON form, in a builder, in lower case",
      text: `from python:3.11 as b\ncopy ["«src»", "/x"]\n${from}COPY --from=b /x /x\n`,
      with: { ...app, [path]: "s*\n" },
      findings: [{ message: "hidden", fixes: [{ files: { [path]: "s*\n!src\n" } }] }],
    },
    {
      name: "a wildcard of which nothing is left",
      text: `${from}COPY \\\n  «requirements*.txt» ./\n`,
      with: { ...app, [path]: "*.txt\r\n.git\r\n" },
      findings: [{ message: "hidden", fixes: [{ files: { [path]: "*.txt\r\n!requirements*.txt\r\n.git\r\n" } }] }],
    },
    {
      name: "everything is left out; no fix knows what is wanted",
      text: `${from}COPY «.» .\n`,
      with: { ...app, [path]: "*\n" },
      findings: [{ message: "hidden", says: ["everything"] }],
    },
    {
      name: "all that is in the folder",
      text: `${from}COPY «src» src\n`,
      with: { ...app, [path]: "**/*.py\n" },
      findings: [{ message: "hidden", fixes: [{ files: { [path]: "**/*.py\n!src\n" } }] }],
    },
    {
      name: "a fix puts no secret into an image",
      text: `${from}COPY «.env» .\n`,
      with: { ...app, [path]: ".env\n", ".env": "" },
      findings: [{ message: "hidden" }],
    },
    {
      name: "in the ignore file, with all that the line hides",
      path,
      text: "venv\n«*»\n",
      with: fromDockerfile("COPY requirements.txt .\nCOPY src src\n"),
      findings: [
        {
          message: "hides",
          says: ["requirements.txt", "line 3 of Dockerfile"],
          fixes: [{ text: "venv\n*\n!requirements.txt\n!src\n" }],
        },
      ],
    },
    {
      name: "in the Dockerfile's own ignore file",
      path: "Dockerfile.dockerignore",
      text: "«requirements.txt»",
      with: fromDockerfile("COPY requirements.txt .\n"),
      findings: [{ message: "hides", fixes: [{ text: "" }] }],
    },
  ],
});
