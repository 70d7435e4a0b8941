import { flaskEnvRemoved } from "../../../src/core/rules/flask-env-removed";
import { testRule } from "../../support/rule-tester";

const path = "compose.yaml";
const web = (lines: string): string => `services:\n  web:\n    image: nginx:1.27\n${lines}`;

testRule(flaskEnvRemoved, {
  valid: [
    "FROM python:3.11-slim\nENV FLASK_APP=app FLASK_DEBUG=0\n",
    { name: "in a builder", text: "FROM python:3.11 AS b\nENV FLASK_ENV=production\nFROM python:3.11-slim\n" },
    { name: "an argument of the build only", text: "FROM python:3.11-slim\nARG FLASK_ENV=production\n" },
    {
      name: "a Flask that still reads it",
      text: "FROM python:3.11-slim\nENV FLASK_ENV=production\n",
      with: { "requirements.txt": "redis\nFlask==2.2.5\n" },
    },
    {
      name: "a Flask that is held back",
      path,
      text: web("    environment:\n      FLASK_ENV: production\n"),
      with: { "requirements.txt": "flask>=2.0,<2.3\n" },
    },
    { name: "in a comment", path, text: web("    environment:\n      # FLASK_ENV: production\n      A: b\n") },
    { name: "another name", path, text: web("    environment:\n      - MY_FLASK_ENV=production\n") },
  ],
  invalid: [
    {
      name: "the only pair, in the old form, in lower case",
      text: "FROM python:3.11-slim\nenv «FLASK_ENV production»\nCOPY . .\n",
      findings: [{ message: "removed", fixes: [{ text: "FROM python:3.11-slim\nCOPY . .\n" }] }],
    },
    {
      name: "between others, CRLF, on a continuation line",
      text: "FROM python:3.11-slim\r\nENV A=1 \\\r\n    «FLASK_ENV=production» \\\r\n    B=2\r\n",
      findings: [{ message: "removed", fixes: [{ text: "FROM python:3.11-slim\r\nENV A=1 \\\r\n    B=2\r\n" }] }],
    },
    {
      name: "the first of several, with a Flask that no longer reads it",
      text: 'FROM python:3.11-slim\nENV «FLASK_ENV="development"» \\\n    B=2\n',
      with: { "requirements.txt": "flask==2.3.0\n" },
      findings: [{ message: "removed", fixes: [{ text: "FROM python:3.11-slim\nENV B=2\n" }] }],
    },
    {
      name: "used elsewhere in the file: nothing is taken out",
      text: "FROM python:3.11-slim\nENV «FLASK_ENV=production»\nENV MODE=$FLASK_ENV\n",
      findings: [{ message: "removed" }],
    },
    {
      name: "a comment in between",
      text: "FROM python:3.11-slim\nENV A=1 \\\n    # mode\n    «FLASK_ENV=production»\n",
      findings: [{ message: "removed" }],
    },
    {
      name: "in Compose, the only one",
      path,
      text: web("    environment:\n      «FLASK_ENV»: production\n    restart: always\n"),
      findings: [{ message: "removed", fixes: [{ text: web("    restart: always\n") }] }],
    },
    {
      name: "in Compose, in a list",
      path,
      text: web(
        '    environment:\n      - A=1\n      - «FLASK_ENV=development»\n    ports:\n      - "127.0.0.1:80:80"\n',
      ),
      findings: [
        {
          message: "removed",
          fixes: [
            { text: web('    environment:\n      - A=1\n    ports:\n      - "127.0.0.1:80:80"\n') },
            {
              text: web(
                '    environment:\n      - A=1\n      - FLASK_DEBUG=1\n    ports:\n      - "127.0.0.1:80:80"\n',
              ),
            },
          ],
        },
      ],
    },
    {
      name: "in Compose, with a port that is open to all: no debugger there",
      path,
      text: web('    environment:\n      A: "1"\n      «FLASK_ENV»: development\n    ports:\n      - "80:80"\n'),
      findings: [
        { message: "removed", fixes: [{ text: web('    environment:\n      A: "1"\n    ports:\n      - "80:80"\n') }] },
      ],
    },
    {
      name: "in Compose, between brackets",
      path,
      text: web("    environment: { A: b, «FLASK_ENV»: production }\n"),
      findings: [{ message: "removed" }],
    },
  ],
});
