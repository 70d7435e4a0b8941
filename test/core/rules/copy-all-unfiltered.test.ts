import { copyAllUnfiltered } from "../../../src/core/rules/copy-all-unfiltered";
import { testRule } from "../../support/rule-tester";

const from = "FROM python:3.11-slim\nWORKDIR /app\n";
const ignore = ".dockerignore";
const app = { "requirements.txt": "flask\n", "src/app.py": "" };
const junk = { ".git/": "", ".venv/": "", "src/.env": "" };
const CREATED = `# Python writes these folders by itself
**/__pycache__

# Virtual environments: the image installs its own packages
**/venv
**/.venv

# Passwords and keys must never get into an image
**/.env

# The project's history
.git

# What describes the image is no part of it
Dockerfile
`;

testRule(copyAllUnfiltered, {
  valid: [
    { text: `${from}COPY src/ src/\nCOPY requirements.txt .\n`, with: { ...app, ...junk } },
    {
      name: "all of it is left out",
      text: `${from}COPY . .\n`,
      with: { ...app, ...junk, [ignore]: ".git\n.venv\n**/.env\n" },
    },
    {
      name: "left out by what is in it",
      text: `${from}COPY . .\n`,
      with: { ...app, "venv/": "", [ignore]: "venv/*\n" },
    },
    { name: "there is nothing to leave out", text: `${from}COPY . .\n`, with: { ...app, [ignore]: "x\n" } },
    {
      name: "let in on purpose",
      text: `${from}COPY . .\n`,
      with: { ...app, ".git/": "", [ignore]: "*\n!src\n!.git\n" },
    },
    { name: "from a stage", text: `FROM python:3.11 AS b\n${from}COPY --from=b . .\n`, with: { ...app, ...junk } },
    { name: "a text", text: `${from}COPY <<. /x/\n.\n`, with: { ...app, ...junk } },
    { name: "the command sorts out by itself", text: `${from}COPY --exclude=.git . .\n`, with: { ...app, ...junk } },
    {
      name: "a builder of which something else is shipped",
      text: `FROM python:3.11 AS b\nWORKDIR /build\nCOPY . .\n${from}COPY --from=b /install /usr/local\n`,
      with: { ...app, ...junk },
    },
    {
      name: "below a folder with an ignore file: the build may begin there",
      path: "docker/Dockerfile",
      text: `${from}COPY . .\n`,
      with: { ...app, [ignore]: ".git\n" },
    },
    {
      name: "in a comment and for images to come",
      text: `${from}# COPY . .\nONBUILD COPY . .\n`,
      with: { ...app, ...junk },
    },
  ],
  invalid: [
    {
      text: `${from}COPY «.» .\n`,
      with: { ...app, ...junk },
      findings: [
        {
          message: "junk",
          says: [".git/, .venv/ and src/.env"],
          fixes: [{ title: "Create .dockerignore with the usual lines", files: { [ignore]: CREATED } }],
        },
      ],
    },
    {
      name: "nothing lies there yet",
      text: `${from}copy «./» /app/\n`,
      with: app,
      findings: [{ message: "all", fixes: [{ files: { [ignore]: CREATED } }] }],
    },
    {
      name: "an ignore file that lets something in",
      text: `${from}ADD ["«.»", "."]\n`,
      with: { ...app, ...junk, [ignore]: "# mine\r\n.git\r\n**/.env\r\n" },
      findings: [
        {
          message: "junk",
          says: [".venv/"],
          fixes: [
            { title: "Add it to .dockerignore", files: { [ignore]: "# mine\r\n.git\r\n**/.env\r\n**/.venv\r\n" } },
          ],
        },
      ],
    },
    {
      name: "the builder's folder is shipped",
      text: `FROM python:3.11 AS b\nWORKDIR /build\nCOPY «.» .\n${from}COPY --from=B /build /app\n`,
      with: { ...app, ".git/": "" },
      findings: [{ message: "junk", says: [".git/"], fixes: [{ files: { [ignore]: CREATED } }] }],
    },
    {
      name: "many, in a context below",
      path: "api/Dockerfile",
      text: `${from}COPY \\\n  «*» ./\n`,
      with: { "api/.env": "", "api/a/.env": "", "api/b/.env": "", "api/c/.env": "", "api/d/.env": "", ".git/": "" },
      findings: [{ message: "junk", says: ["and 1 more"], fixes: [{ files: { "api/.dockerignore": CREATED } }] }],
    },
    {
      name: "what is copied by name is not left out by the fix",
      text: `${from}COPY «.» .\nCOPY .env /etc/app.env\n`,
      with: { ...app, ".env": "A=1\n" },
      findings: [{ message: "junk" }],
    },
  ],
});
