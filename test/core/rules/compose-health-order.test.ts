import { readFileSync } from "node:fs";
import { join } from "node:path";
import { composeHealthOrder } from "../../../src/core/rules/compose-health-order";
import { testRule } from "../../support/rule-tester";

const path = "docker-compose.yml";
const CHALLENGE = { "challenge.json": '{ "id": "dockerize-python-app" }' };
const CHECK = `    healthcheck:
      test: ["CMD", "redis-cli", "ping"]
      interval: 2s
      timeout: 3s
      retries: 5
`;
const REDIS = `  redis:\n    image: redis:7-alpine\n`;
const API =
  '    build: .\n    ports:\n      - "127.0.0.1:5000:5000"\n    environment:\n      REDIS_URL: redis://redis:6379\n';
const withApi = (lines: string, name = "api"): string => `services:\n  ${name}:\n${API}${lines}${REDIS}`;
const HEALTHY = "    depends_on:\n      redis:\n        condition: service_healthy\n";
const solution = readFileSync(join(__dirname, "../../../challenge/solution/docker-compose.yml"), "utf8");
const waitsForDb = (db: string, condition = "service_healthy"): string =>
  `services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: ${condition}\n  db:\n${db}`;

testRule(composeHealthOrder, {
  valid: [
    { name: "the solution", path, text: solution, with: CHALLENGE },
    { name: "long form, redis with a check", path, text: withApi(HEALTHY) + CHECK },
    { name: "no check to wait for", path, text: withApi("    depends_on: [redis]\n"), with: CHALLENGE },
    { name: "an image that we do not know", path, text: waitsForDb("    image: team/db:1\n") },
    { name: "an image behind a variable", path, text: waitsForDb("    image: ${IMAGE}\n") },
    { name: "a Dockerfile that is not there", path, text: waitsForDb("    build: ./db\n") },
    {
      name: "a check in the Dockerfile",
      path,
      text: waitsForDb("    build: .\n"),
      with: { Dockerfile: "FROM python:3.11-slim\nHEALTHCHECK CMD true\n" },
    },
    {
      name: "a Dockerfile whose base we do not know",
      path,
      text: waitsForDb("    build: .\n"),
      with: { Dockerfile: "FROM team/base\n" },
    },
    {
      name: "a file that adds to another one",
      path: "compose.override.yml",
      text: waitsForDb("    image: postgres:17\n"),
    },
    {
      name: "another file may add the check",
      path: "compose.yml",
      text: waitsForDb("    image: postgres:17\n"),
      with: { "compose.override.yml": "services: {}\n" },
    },
    {
      name: "no course, so nobody has to wait",
      path,
      text: "services:\n  web:\n    build: .\n  redis:\n    image: redis:7\n",
    },
    {
      name: "a test that is one text",
      path,
      text: "services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test: nginx -t\n",
    },
    { name: "NONE", path, text: "services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test: [NONE]\n" },
    { name: "no YAML", path, text: "services:\n\tapi:\n" },
  ],
  invalid: [
    {
      name: "api does not wait",
      path,
      text: withApi("", "«api»") + CHECK,
      with: CHALLENGE,
      findings: [{ message: "noWait", fixes: [{ text: withApi(HEALTHY) + CHECK }] }],
    },
    {
      name: "api does not wait, and redis has no check",
      path,
      text: withApi("", "«api»"),
      findings: [{ message: "noWait", fixes: [{ text: withApi(HEALTHY) + CHECK }] }],
    },
    {
      name: "api does not wait for a Redis that is started in its own way",
      path,
      text: withApi("", "«api»") + "    command: redis-server --requirepass x\n",
      findings: [{ message: "noWait" }],
    },
    {
      name: "a list, CRLF, dashes as far out as their key",
      path,
      text: (withApi("    depends_on:\n    # first\n    - mail\n    - «redis» # second\n") + CHECK).replaceAll(
        "\n",
        "\r\n",
      ),
      with: CHALLENGE,
      findings: [
        {
          message: "startedOnly",
          fixes: [
            {
              text: (
                withApi(
                  "    depends_on:\n    # first\n      mail:\n        condition: service_started\n      redis:\n        condition: service_healthy # second\n",
                ) + CHECK
              ).replaceAll("\n", "\r\n"),
            },
          ],
        },
      ],
    },
    {
      name: "a list between brackets",
      path,
      text: withApi("    depends_on: [«redis»] # x\n") + CHECK,
      with: CHALLENGE,
      findings: [
        {
          message: "startedOnly",
          fixes: [{ text: withApi("    depends_on:\n      redis:\n        condition: service_healthy # x\n") + CHECK }],
        },
      ],
    },
    {
      name: "service_started",
      path,
      text: withApi(HEALTHY.replace("service_healthy", "«service_started»")) + CHECK,
      with: CHALLENGE,
      findings: [{ message: "startedOnly", fixes: [{ text: withApi(HEALTHY) + CHECK }] }],
    },
    {
      name: "waits for something else only",
      path,
      text: withApi("    depends_on:\n      mail:\n        condition: service_started\n", "«api»") + CHECK,
      with: CHALLENGE,
      findings: [
        {
          message: "noWait",
          fixes: [
            {
              text:
                withApi(
                  "    depends_on:\n      mail:\n        condition: service_started\n      redis:\n        condition: service_healthy\n",
                ) + CHECK,
            },
          ],
        },
      ],
    },
    {
      name: "never healthy: a Redis without a check",
      path,
      text: withApi(HEALTHY.replace("service_healthy", "«service_healthy»")),
      findings: [
        {
          message: "never",
          severity: "error",
          says: ["redis"],
          fixes: [{ text: withApi(HEALTHY) + CHECK }, { text: withApi(HEALTHY.replace("healthy", "started")) }],
        },
      ],
    },
    {
      name: "never healthy: another known image, quoted",
      path,
      text: waitsForDb("    image: postgres:17\n", '«"service_healthy"»'),
      findings: [
        {
          message: "never",
          severity: "error",
          fixes: [{ text: waitsForDb("    image: postgres:17\n", '"service_started"') }],
        },
      ],
    },
    {
      name: "never healthy: a Dockerfile without a check in what it ships",
      path,
      text: waitsForDb("    build: .\n", "«service_healthy»"),
      with: { Dockerfile: "FROM python:3.11 AS b\nHEALTHCHECK CMD true\nFROM python:3.11-slim\n" },
      findings: [
        { message: "never", severity: "error", fixes: [{ text: waitsForDb("    build: .\n", "service_started") }] },
      ],
    },
    {
      name: "switched off",
      path,
      text: waitsForDb("    image: team/db:1\n    healthcheck:\n      disable: true\n", "«service_healthy»"),
      findings: [
        {
          message: "off",
          severity: "error",
          fixes: [
            { text: waitsForDb("    image: team/db:1\n    healthcheck:\n      disable: true\n", "service_started") },
          ],
        },
      ],
    },
    {
      name: "a list without its form",
      path,
      text: 'services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test: [«"nginx"», "-t"]\n',
      findings: [
        {
          message: "testForm",
          severity: "error",
          says: ["nginx"],
          fixes: [
            { text: 'services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test: ["CMD", "nginx", "-t"]\n' },
          ],
        },
      ],
    },
    {
      name: "a whole command line in a list",
      path,
      text: "services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test:\n        - «nginx -t || exit 1»\n",
      findings: [
        {
          message: "testForm",
          severity: "error",
          fixes: [
            {
              text: "services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test:\n        - CMD-SHELL\n        - nginx -t || exit 1\n",
            },
          ],
        },
      ],
    },
    {
      name: "in small letters",
      path,
      text: "services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test: [«'cmd'», 'nginx', '-t']\n",
      findings: [
        {
          message: "testForm",
          severity: "error",
          fixes: [
            { text: "services:\n  a:\n    image: nginx:1.27\n    healthcheck:\n      test: ['CMD', 'nginx', '-t']\n" },
          ],
        },
      ],
    },
  ],
});
