import { readFileSync } from "node:fs";
import { join } from "node:path";
import { debugInImage } from "../../../src/core/rules/debug-in-image";
import { testRule } from "../../support/rule-tester";

const path = "compose.yaml";
const web = (lines: string): string => `services:\n  web:\n    image: team/web:1\n${lines}`;
const OPEN = '    ports:\n      - «"5000:5000"»\n';
const CLOSED = '    ports:\n      - "127.0.0.1:5000:5000"\n';
const solution = readFileSync(join(__dirname, "../../../challenge/solution/docker-compose.yml"), "utf8");

testRule(debugInImage, {
  valid: [
    { name: "the solution: for this machine alone", path, text: solution },
    "FROM python:3.11-slim\nENV FLASK_DEBUG=0\n",
    "FROM python:3.11-slim\nENV FLASK_DEBUG=False FLASK_APP=app\n",
    'FROM python:3.11-slim\nENV FLASK_DEBUG=""\n',
    { name: "in a builder", text: "FROM python:3.11 AS b\nENV FLASK_DEBUG=1\nFROM python:3.11-slim\n" },
    { name: "switched off later", text: "FROM python:3.11-slim\nENV FLASK_DEBUG=1\nENV FLASK_DEBUG=0\n" },
    { name: "nobody knows the value", text: "FROM python:3.11-slim\nARG DEBUG\nENV FLASK_DEBUG=$DEBUG\n" },
    {
      name: "another server has no debugger",
      text: 'FROM python:3.11-slim\nENV FLASK_DEBUG=1\nCMD ["gunicorn", "app:app"]\n',
    },
    { name: "a stage for development", text: "FROM python:3.11-slim AS development\nENV FLASK_DEBUG=1\n" },
    { name: "--debug of another program", text: 'FROM python:3.11-slim\nCMD ["python", "app.py", "--debug"]\n' },
    { name: "no port", path, text: web('    environment:\n      FLASK_DEBUG: "1"\n') },
    {
      name: "off in Compose",
      path,
      text: web('    environment:\n      FLASK_DEBUG: "0"\n    ports:\n      - "5000:5000"\n'),
    },
    {
      name: "a variable without a default",
      path,
      text: web('    environment:\n      - FLASK_DEBUG=${FLASK_DEBUG}\n    ports:\n      - "5000:5000"\n'),
    },
    {
      name: "edge case 20: an address behind a variable",
      path,
      text: web('    environment:\n      - FLASK_DEBUG=1\n    ports:\n      - "$HOST:$PORT:5000"\n'),
    },
    {
      name: "another server in Compose",
      path,
      text: web(
        '    command: gunicorn app:app\n    environment:\n      - FLASK_DEBUG=1\n    ports:\n      - "5000:5000"\n',
      ),
    },
  ],
  invalid: [
    {
      name: "the only pair",
      text: "FROM python:3.11-slim\nENV «FLASK_DEBUG=1»\nEXPOSE 5000\n",
      findings: [
        { message: "image", says: ["FLASK_DEBUG"], fixes: [{ text: "FROM python:3.11-slim\nEXPOSE 5000\n" }] },
      ],
    },
    {
      name: "among others, CRLF, inherited, in lower case",
      text: "from python:3.11-slim as base\r\nenv A=1 \\\r\n    «FLASK_DEBUG=true»\r\nfrom base\r\n",
      findings: [{ message: "image", fixes: [{ text: "from python:3.11-slim as base\r\nenv A=1\r\nfrom base\r\n" }] }],
    },
    {
      name: "an argument's default",
      text: "FROM python:3.11-slim\nARG DEBUG=1\nENV «FLASK_DEBUG=$DEBUG»\n",
      findings: [{ message: "image", fixes: [{ text: "FROM python:3.11-slim\nARG DEBUG=1\n" }] }],
    },
    {
      name: "an option, JSON form",
      text: 'FROM python:3.11-slim\nCMD ["flask", "run", "«--debug»", "--host=0.0.0.0"]\n',
      findings: [
        {
          message: "image",
          says: ["--debug"],
          fixes: [{ text: 'FROM python:3.11-slim\nCMD ["flask", "run", "--host=0.0.0.0"]\n' }],
        },
      ],
    },
    {
      name: "an option, shell form, through python -m",
      text: "FROM python:3.11-slim\nCMD python -m flask «--debug» run --host=0.0.0.0\n",
      findings: [
        { message: "image", fixes: [{ text: "FROM python:3.11-slim\nCMD python -m flask run --host=0.0.0.0\n" }] },
      ],
    },
    {
      name: "in Compose",
      path,
      text: web(`    environment:\n      FLASK_DEBUG: "1"\n${OPEN}`),
      findings: [
        {
          message: "published",
          says: ["in web"],
          fixes: [{ text: web(`    environment:\n      FLASK_DEBUG: "1"\n${CLOSED}`) }],
        },
      ],
    },
    {
      name: "in Compose, a default and a port without quotes, CRLF",
      path,
      text: web("    environment:\n      - FLASK_DEBUG=${DEBUG:-true}\n    ports:\n      - «5000:5000»\n").replaceAll(
        "\n",
        "\r\n",
      ),
      findings: [
        {
          message: "published",
          fixes: [
            { text: web(`    environment:\n      - FLASK_DEBUG=\${DEBUG:-true}\n${CLOSED}`).replaceAll("\n", "\r\n") },
          ],
        },
      ],
    },
    {
      name: "in Compose, by its command",
      path,
      text: web(`    command: flask --app app run --debug --host 0.0.0.0\n${OPEN}`),
      findings: [
        {
          message: "published",
          fixes: [{ text: web(`    command: flask --app app run --debug --host 0.0.0.0\n${CLOSED}`) }],
        },
      ],
    },
    {
      name: "in Compose, the long form between brackets: no fix",
      path,
      text: web("    environment: { FLASK_DEBUG: 1 }\n    ports: [«{ target: 5000, published: 5000 }»]\n"),
      findings: [{ message: "published" }],
    },
  ],
});
