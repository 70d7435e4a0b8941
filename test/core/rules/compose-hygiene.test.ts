import { readFileSync } from "node:fs";
import { join } from "node:path";
import { composeHygiene } from "../../../src/core/rules/compose-hygiene";
import { testRule } from "../../support/rule-tester";

const path = "compose.yaml";
const read = (name: string): string => readFileSync(join(__dirname, "../../../challenge/solution", name), "utf8");
const image = (name: string): string => `services:\n  a:\n    image: ${name}\n`;
const mount = (written: string): string => `services:\n  web:\n    build: .\n    volumes:\n      - ${written}\n`;
const VENV =
  "FROM python:3.11 AS b\nRUN true\nFROM python:3.11-slim\nWORKDIR /app\nCOPY --from=b /venv ./venv\nCOPY src ./src\n";

testRule(composeHygiene, {
  valid: [
    {
      name: "the solution",
      path,
      text: read("docker-compose.yml"),
      with: { Dockerfile: read("Dockerfile"), "src/app.py": "" },
    },
    { path, text: image("redis:7-alpine") },
    { path, text: image("localhost:5000/a:1") },
    { path, text: image("${IMAGE}") },
    { name: "the name of what is built here", path, text: `${image("team/a")}    build: .\n` },
    { name: "by digest", path, text: image(`redis@sha256:${"a".repeat(64)}`) },
    {
      name: "a secret in a variable, or in a file",
      path,
      text: `${image("a:1")}    environment:\n      DB_PASSWORD: \${DB_PASSWORD}\n      API_KEY_FILE: /run/secrets/key\n`,
    },
    {
      name: "the folder, over nothing that the image needs",
      path,
      text: mount(".:/app"),
      with: { Dockerfile: "FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\n" },
    },
    {
      name: "src where the image has it",
      path,
      text: mount("./src:/app/src:ro"),
      with: { Dockerfile: VENV, "src/app.py": "" },
    },
    { name: "a folder that Docker may make", path, text: mount("./data:/data") },
    { name: "a file that is there", path, text: mount("./web.conf:/etc/web.conf"), with: { "web.conf": "" } },
    { name: "a volume with a name", path, text: mount("data:/app") },
  ],
  invalid: [
    { path, text: image("«redis»"), findings: [{ message: "untagged", fixes: [{ text: image("redis:7-alpine") }] }] },
    { path, text: image("«team/app»"), findings: [{ message: "untagged" }] },
    {
      name: "latest, quoted, CRLF",
      path,
      text: image('«"python:latest"»').replaceAll("\n", "\r\n"),
      findings: [{ message: "latest", fixes: [{ text: image('"python:3.11-slim"').replaceAll("\n", "\r\n") }] }],
    },
    {
      path,
      text: `${image("a:1")}    environment:\n      - «DB_PASSWORD=hunter22»\n`,
      findings: [{ message: "secret", says: ["DB_PASSWORD"] }],
    },
    {
      name: "the whole folder over what a stage brought",
      path,
      text: mount("«.:/app»"),
      with: { Dockerfile: VENV, "src/app.py": "" },
      findings: [{ message: "hides", fixes: [{ text: mount("./src:/app/src") }] }],
    },
    {
      name: "src at another place",
      path,
      text: mount("«./src:/src:ro»"),
      with: { Dockerfile: VENV, "src/app.py": "" },
      findings: [{ message: "elsewhere", fixes: [{ text: mount("./src:/app/src:ro") }] }],
    },
    {
      name: "a file that is not there",
      path,
      text: mount("«./web.conf:/etc/web.conf»"),
      findings: [{ message: "noFile" }],
    },
  ],
});
