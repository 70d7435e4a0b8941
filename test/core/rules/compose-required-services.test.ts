import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lintFolder } from "../../../src/core/lint/lint-folder";
import { openProject } from "../../../src/core/lint/project";
import { composeRequiredServices } from "../../../src/core/rules/compose-required-services";
import { testRule } from "../../support/rule-tester";
import { submissionOf } from "../../support/submission-of";

const path = "docker-compose.yml";
const CHALLENGE = { "challenge.json": '{ "id": "dockerize-python-app" }' };
const STARTED = "FROM python:3.11-slim AS app\n";
const URL = "    environment:\n      REDIS_URL: redis://redis:6379\n";
const WAIT = "    depends_on:\n      redis:\n        condition: service_healthy\n";
const API = `  api:\n    build: .\n    ports:\n      - "127.0.0.1:5000:5000"\n${URL}`;
const REDIS = `  redis:
    image: redis:7-alpine
    healthcheck:
      test: ["CMD", "redis-cli", "ping"]
      interval: 2s
      timeout: 3s
      retries: 5
`;
const starter = readFileSync(join(__dirname, "../../../challenge/starter/docker-compose.yml"), "utf8");
const solution = readFileSync(join(__dirname, "../../../challenge/solution/docker-compose.yml"), "utf8");
const whole = (ports: string): string => `services:\n  api:\n    build: .\n${ports}${URL}${WAIT}${REDIS}`;

testRule(composeRequiredServices, {
  valid: [
    { name: "the solution", path, text: solution, with: CHALLENGE },
    { name: "a project of its own", path, text: "services:\n  web:\n    build: .\n    ports:\n      - 8080:80\n" },
    { name: "an api, but no course", path, text: 'services:\n  api:\n    build: .\n    ports: ["8000:8000"]\n' },
    {
      name: "an api with a database",
      path,
      text: 'services:\n  api:\n    build: .\n    ports: ["5000:5000"]\n  db:\n    image: postgres:17\n',
    },
    { name: "only adds to another file", path: "compose.override.yaml", text: "services: {}\n", with: CHALLENGE },
    {
      name: "services come from elsewhere",
      path,
      text: `include: [redis.yaml]\nservices:\n${API}`,
      with: CHALLENGE,
    },
    {
      name: "not the file that Compose takes",
      path,
      text: "services:\n  web:\n    image: nginx:1.27\n",
      with: { ...CHALLENGE, "compose.yaml": solution },
    },
    {
      name: "a range with the port in it",
      path,
      text: whole('    ports:\n      - "5000-5002:5000-5002"\n'),
      with: CHALLENGE,
    },
    {
      name: "a variable's default",
      path,
      text: whole('    ports:\n      - "${PORT:-8080}:${IN:-5000}"\n'),
      with: CHALLENGE,
    },
    { name: "nobody knows the variable", path, text: whole('    ports:\n      - "8080:${IN}"\n'), with: CHALLENGE },
    {
      name: "edge case 20: variables without braces",
      path,
      text: whole('    ports:\n      - "$HOST:$PORT:5000"\n'),
      with: CHALLENGE,
    },
    {
      name: "edge case 20: one port, twice",
      path,
      text: whole('    ports:\n      - "5000:5000/tcp"\n      - "5000:5000/udp"\n'),
      with: CHALLENGE,
    },
    {
      name: "the long form",
      path,
      text: whole("    ports:\n      - target: 5000\n        published: 5001\n"),
      with: CHALLENGE,
    },
    {
      name: "an address, without quotes",
      path,
      text: whole("    ports:\n      - 127.0.0.1:5000:5000\n"),
      with: CHALLENGE,
    },
    {
      name: "a stage of that name, whatever its case",
      path,
      text: `services:\n  api:\n    build:\n      context: .\n      target: APP\n    ports: ["5000:5000"]\n${REDIS}`,
      with: { ...CHALLENGE, Dockerfile: STARTED },
    },
    { name: "no YAML", path, text: "services:\n\tapi:\n", with: CHALLENGE },
  ],
  invalid: [
    {
      name: "the starter: a Redis that api waits for",
      path,
      text: starter.replace("services", "«services»"),
      with: CHALLENGE,
      findings: [{ message: "redis", fixes: [{ text: `${starter}${WAIT}\n${REDIS}` }] }],
    },
    {
      name: "looks like the course's file",
      path: "compose.yaml",
      text: '«services»:\n  api:\n    build: .\n    ports: ["5000:5000"]\n  # redis:\n',
      findings: [
        {
          message: "redis",
          severity: "information",
          fixes: [{ text: `services:\n  api:\n    build: .\n    ports: ["5000:5000"]\n${WAIT}\n${REDIS}  # redis:\n` }],
        },
      ],
    },
    {
      name: "no api; CRLF, four spaces a level, services without empty lines, single quotes",
      path,
      text: "«services»:\r\n    redis:\r\n        image: 'redis:7'\r\n    tool:\r\n        image: 'busybox:1.37'\r\nvolumes: {}\r\n",
      with: CHALLENGE,
      findings: [
        {
          message: "api",
          fixes: [
            {
              text: [
                "services:",
                "    redis:",
                "        image: 'redis:7'",
                "    tool:",
                "        image: 'busybox:1.37'",
                "    api:",
                "        build: .",
                "        ports:",
                "            - '127.0.0.1:5000:5000'",
                "        environment:",
                "            REDIS_URL: redis://redis:6379",
                "        depends_on:",
                "            redis:",
                "                condition: service_started",
                "volumes: {}",
                "",
              ].join("\r\n"),
            },
          ],
        },
      ],
    },
    {
      name: "services between brackets: nothing is offered",
      path,
      text: "«services»: { api: { build: ., ports: ['5000:5000'] } }\n",
      with: CHALLENGE,
      findings: [{ message: "redis" }],
    },
    {
      name: "a ready-made image",
      path,
      text: `services:\n  api:\n    «image»: me/api:1\n    ports:\n      - "5000:5000"\n${URL}${WAIT}${REDIS}`,
      with: CHALLENGE,
      findings: [{ message: "build", fixes: [{ text: whole('    ports:\n      - "5000:5000"\n') }] }],
    },
    {
      name: "another folder",
      path,
      text: `services:\n  api:\n    «build»: ./app\n    ports:\n      - "5000:5000"\n${URL}${WAIT}${REDIS}`,
      with: CHALLENGE,
      findings: [{ message: "build" }],
    },
    {
      name: "a Dockerfile that is not there",
      path,
      text: `services:\n  api:\n    build:\n      context: .\n      «dockerfile»: Dockerfile.dev\n    ports:\n      - "5000:5000"\n${URL}${WAIT}${REDIS}`,
      with: { ...CHALLENGE, Dockerfile: STARTED },
      findings: [{ message: "dockerfile" }],
    },
    {
      name: "a stage that is not there",
      path,
      text: `services:\n  api:\n    build:\n      context: .\n      «target»: prod\n    ports:\n      - "5000:5000"\n${URL}${WAIT}${REDIS}`,
      with: { ...CHALLENGE, Dockerfile: STARTED },
      findings: [{ message: "target", says: ["prod"] }],
    },
    {
      name: "no port at all",
      path,
      text: `services:\n  «api»:\n    build: .\n${URL}${WAIT}${REDIS}`,
      with: CHALLENGE,
      findings: [{ message: "port", fixes: [{ text: whole('    ports:\n      - "127.0.0.1:5000:5000"\n') }] }],
    },
    {
      name: "the port of this machine leads to another one in the container",
      path,
      text: whole('    «ports»:\n      - "5000:80"\n'),
      with: CHALLENGE,
      findings: [{ message: "port", fixes: [{ text: whole('    ports:\n      - "5000:5000"\n') }] }],
    },
    {
      name: "another port",
      path,
      text: whole('    «ports»:\n      - "8080:80" # old\n'),
      with: CHALLENGE,
      findings: [
        {
          message: "port",
          fixes: [{ text: whole('    ports:\n      - "8080:80" # old\n      - "127.0.0.1:5000:5000"\n') }],
        },
      ],
    },
    {
      name: "UDP",
      path,
      text: whole('    «ports»:\n      - "5000:5000/udp"\n'),
      with: CHALLENGE,
      findings: [{ message: "port" }],
    },
    {
      name: "behind a profile",
      path,
      text: `services:\n${API}${WAIT}${REDIS}    «profiles»:\n      - cache\n`,
      with: CHALLENGE,
      findings: [
        { message: "profile", says: ["redis has a profile"], fixes: [{ text: `services:\n${API}${WAIT}${REDIS}` }] },
      ],
    },
    {
      name: "no quotes",
      path,
      text: whole("    ports:\n      - «5000:5000»\n"),
      findings: [
        { message: "unquoted", severity: "hint", fixes: [{ text: whole('    ports:\n      - "5000:5000"\n') }] },
      ],
    },
  ],
});

describe("compose-required-services, of a folder", () => {
  const found = (files: Readonly<Record<string, string>>) =>
    lintFolder(openProject(submissionOf(files))).filter(({ finding }) => finding.rule === "compose-required-services");

  it("offers a Compose file with the api alone", () => {
    const [missing] = found(CHALLENGE);
    assert.equal(missing?.path, "docker-compose.yml");
    assert.equal(
      missing.finding.fixes[0]?.edits[0]?.newText,
      'services:\n  api:\n    build: .\n    ports:\n      - "127.0.0.1:5000:5000"\n',
    );
  });

  it("is silent where there is one of any name, and in folders that are not the challenge", () => {
    assert.deepEqual(found({ ...CHALLENGE, "compose.yml": "" }), []);
    assert.deepEqual(found({ "main.py": "" }), []);
  });
});
