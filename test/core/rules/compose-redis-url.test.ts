import { readFileSync } from "node:fs";
import { join } from "node:path";
import { composeRedisUrl } from "../../../src/core/rules/compose-redis-url";
import { testRule } from "../../support/rule-tester";

const path = "docker-compose.yml";
const CHALLENGE = { "challenge.json": '{ "id": "dockerize-python-app" }' };
const REDIS = "  redis:\n    image: redis:7-alpine\n";
const withApi = (lines: string, name = "api"): string => `services:\n  ${name}:\n    build: .\n${lines}${REDIS}`;
const PORTS = '    ports:\n      - "127.0.0.1:5000:5000"\n';
const url = (value: string): string => withApi(`${PORTS}    environment:\n      REDIS_URL: ${value}\n`);
const starter = readFileSync(join(__dirname, "../../../challenge/starter/docker-compose.yml"), "utf8");
const solution = readFileSync(join(__dirname, "../../../challenge/solution/docker-compose.yml"), "utf8");

testRule(composeRedisUrl, {
  valid: [
    { name: "the solution", path, text: solution, with: CHALLENGE },
    { name: "as a list", path, text: withApi(`${PORTS}    environment:\n      - REDIS_URL=redis://redis:6379/0\n`) },
    { name: "with a password", path, text: url("redis://:pw@redis:6379") },
    { name: "taken from whoever starts it", path, text: withApi(`${PORTS}    environment:\n      - REDIS_URL\n`) },
    { name: "nobody knows the variable", path, text: url("redis://${REDIS_HOST}:6379") },
    { name: "a variable's default", path, text: url("${REDIS_URL:-redis://redis:6379}") },
    { name: "a host elsewhere", path, text: url("redis://cache.example.com:6379") },
    {
      name: "no Redis is there yet: another rule says so",
      path,
      text: starter + "    environment:\n      REDIS_URL: redis://redis:6379\n",
      with: CHALLENGE,
    },
    { name: "another name of the service", path, text: url("redis://cache:6379") + "    container_name: cache\n" },
    {
      name: "in the image",
      path,
      text: withApi(PORTS),
      with: { ...CHALLENGE, Dockerfile: "FROM python:3.11-slim\nENV REDIS_URL=redis://redis:6379\n" },
    },
    {
      name: "on the host's network",
      path,
      text: url("redis://localhost:6379").replace("    build: .\n", "    build: .\n    network_mode: host\n"),
    },
    {
      name: "no course: nobody says that it is needed",
      path,
      text: `${withApi('    ports: ["8080:80"]\n')}  db:\n    image: postgres:17\n`,
    },
    {
      name: "in another service",
      path,
      text: "services:\n  web:\n    build: .\n    environment:\n      REDIS_URL: redis://localhost:6379\n",
    },
    { name: "in a comment, no YAML", path, text: "services:\n  api:\n   build: .\n  # REDIS_URL\n\tx\n" },
  ],
  invalid: [
    {
      name: "missing in the starter",
      path,
      text: starter.replace("\n  api:", "\n  «api»:"),
      with: CHALLENGE,
      findings: [
        { message: "missing", fixes: [{ text: `${starter}    environment:\n      REDIS_URL: redis://redis:6379\n` }] },
      ],
    },
    {
      name: "missing in a list, CRLF",
      path,
      text: withApi(`${PORTS}    environment:\n      - A=1 # one\n`, "«api»").replaceAll("\n", "\r\n"),
      findings: [
        {
          message: "missing",
          severity: "information",
          fixes: [
            {
              text: withApi(
                `${PORTS}    environment:\n      - A=1 # one\n      - REDIS_URL=redis://redis:6379\n`,
              ).replaceAll("\n", "\r\n"),
            },
          ],
        },
      ],
    },
    {
      name: "missing in a mapping, dashes as far out as their key",
      path,
      text: withApi('    environment:\n      A: "1"\n    ports:\n    - "5000:5000"\n', "«api»"),
      with: CHALLENGE,
      findings: [
        {
          message: "missing",
          fixes: [
            {
              text: withApi(
                '    environment:\n      A: "1"\n      REDIS_URL: redis://redis:6379\n    ports:\n    - "5000:5000"\n',
              ),
            },
          ],
        },
      ],
    },
    {
      name: "an environment between brackets",
      path,
      text: withApi(`${PORTS}    environment: { A: "1" }\n`, "«api»"),
      with: CHALLENGE,
      findings: [{ message: "missing" }],
    },
    {
      name: "an environment that comes by an alias",
      path,
      text: `x-env: &env\n  A: "1"\n${withApi(`${PORTS}    environment: *env\n`, "«api»")}`,
      with: CHALLENGE,
      findings: [{ message: "missing" }],
    },
    {
      name: "perhaps in a file",
      path,
      text: withApi(`${PORTS}    env_file: app.env\n`, "«api»"),
      with: CHALLENGE,
      findings: [
        {
          message: "inFile",
          severity: "hint",
          fixes: [
            { text: withApi(`${PORTS}    env_file: app.env\n    environment:\n      REDIS_URL: redis://redis:6379\n`) },
          ],
        },
      ],
    },
    {
      name: "localhost",
      path,
      text: url("«redis://localhost:6379/0»"),
      with: CHALLENGE,
      findings: [{ message: "loopback", says: ["localhost"], fixes: [{ text: url("redis://redis:6379/0") }] }],
    },
    {
      name: "localhost in a list with quotes, in a file that is not the course's",
      path,
      text: `${withApi("    environment:\n      - «'REDIS_URL=redis://:pw@127.0.0.1:6379'»\n")}  db:\n    image: postgres:17\n`,
      findings: [
        {
          message: "loopback",
          severity: "information",
          fixes: [
            {
              text: `${withApi("    environment:\n      - 'REDIS_URL=redis://:pw@redis:6379'\n")}  db:\n    image: postgres:17\n`,
            },
          ],
        },
      ],
    },
    {
      name: "localhost as a variable's default",
      path,
      text: url("«${REDIS_URL:-redis://localhost:6379}»"),
      with: CHALLENGE,
      findings: [{ message: "loopback", fixes: [{ text: url("${REDIS_URL:-redis://redis:6379}") }] }],
    },
    {
      name: "no service of that name",
      path,
      text: url('«"redis://cache:6379"»'),
      with: CHALLENGE,
      findings: [{ message: "noService", says: ["cache"], fixes: [{ text: url('"redis://redis:6379"') }] }],
    },
  ],
});
