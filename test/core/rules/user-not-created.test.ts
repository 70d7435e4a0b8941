import { userNotCreated } from "../../../src/core/rules/user-not-created";
import { testRule } from "../../support/rule-tester";

const create = (name: string): string => `RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin ${name}\n`;

testRule(userNotCreated, {
  valid: [
    "FROM python:3.11-slim\nRUN useradd app\nUSER app\n",
    { name: "a number needs no entry", text: "FROM python:3.11-slim\nUSER 10001:10001\n" },
    { name: "the base has it", text: "FROM python:3.11-slim\nUSER nobody:nogroup\n" },
    { name: "Debian's www-data", text: "FROM python:3.11-slim\nUSER www-data\n" },
    { name: "distroless has nonroot", text: "FROM gcr.io/distroless/python3-debian12\nUSER nonroot\n" },
    { name: "root", text: "FROM python:3.11-slim\nUSER root\n" },
    { name: "Alpine's adduser", text: "FROM python:3.11-alpine\nRUN adduser -D -u 1000 app\nUSER app:app\n" },
    { name: "with a group", text: "FROM python:3.11\nRUN groupadd -r web && useradd -r -g web app\nUSER app:web\n" },
    { name: "created in a local parent", text: "FROM python:3.11 AS base\nRUN useradd app\nFROM base\nUSER app\n" },
    {
      name: "a line for /etc/passwd",
      text: 'FROM python:3.11\nRUN echo "x:x:1:1::/:/bin/sh" >> /etc/passwd\nUSER x\n',
    },
    {
      name: "the file of users is copied",
      text: "FROM python:3.11 AS b\nRUN useradd app\nFROM scratch\nCOPY --from=b /etc/passwd /etc/passwd\nUSER app\n",
    },
    {
      name: "copied into /etc of a known image",
      text: "FROM python:3.11\nCOPY --from=b /etc/passwd /etc/\nUSER app\n",
    },
    { name: "an image that nobody knows", text: "FROM jupyter/base-notebook\nUSER jovyan\n" },
    { name: "a variable without a value", text: "FROM python:3.11\nARG WHO\nUSER $WHO\n" },
    { name: "created by a variable", text: "FROM python:3.11\nARG WHO=app\nRUN useradd -m $WHO\nUSER $WHO\n" },
    { name: "a script may create it", text: "FROM python:3.11\nCOPY setup.sh /\nRUN /setup.sh\nUSER app\n" },
    {
      name: "a package brings it",
      text: "FROM python:3.11\nRUN apt-get update && apt-get install -y postgresql-client\nUSER postgres\n",
    },
    { name: "another program creates it", text: "FROM python:3.11\nRUN install-user --name=app\nUSER app\n" },
    {
      name: "only the builder's, which is not shipped",
      text: "FROM python:3.11 AS b\nUSER ghost\nFROM python:3.11-slim\nUSER 1\n",
    },
  ],
  invalid: [
    {
      text: "FROM python:3.11-slim\nCOPY src /app\nUSER «ghost»\nCMD run\n",
      findings: [
        {
          message: "user",
          says: ["ghost"],
          fixes: [
            {
              title: "Create the user ghost",
              text: `FROM python:3.11-slim\nCOPY src /app\n${create("ghost")}USER ghost\nCMD run\n`,
            },
            {
              title: "Use the number 10001 instead of a name",
              text: "FROM python:3.11-slim\nCOPY src /app\nUSER 10001\nCMD run\n",
            },
          ],
        },
      ],
    },
    {
      name: "names have a case: Root is not root",
      text: "FROM python:3.11-slim\nUSER «Root»\n",
      findings: [{ message: "user", fixes: [{ text: "FROM python:3.11-slim\nUSER 10001\n" }] }],
    },
    {
      name: "a builder's user is not in what is shipped",
      text: "FROM python:3.11 AS b\nRUN useradd app\nFROM python:3.11-slim\nCOPY --from=b /srv /srv\nUSER «app»\n",
      findings: [
        {
          message: "user",
          fixes: [
            {
              text: `FROM python:3.11 AS b\nRUN useradd app\nFROM python:3.11-slim\nCOPY --from=b /srv /srv\n${create("app")}USER app\n`,
            },
            {
              text: "FROM python:3.11 AS b\nRUN useradd app\nFROM python:3.11-slim\nCOPY --from=b /srv /srv\nUSER 10001\n",
            },
          ],
        },
      ],
    },
    {
      name: "created above the first step that names it; a number would not do there",
      text: "FROM python:3.11-slim\nRUN pip install -r app/requirements.txt\n# the app\nCOPY --chown=app:app src /app\nUSER «app:app»\n",
      findings: [
        {
          message: "user",
          fixes: [
            {
              text: `FROM python:3.11-slim\nRUN pip install -r app/requirements.txt\n${create("app")}# the app\nCOPY --chown=app:app src /app\nUSER app:app\n`,
            },
          ],
        },
      ],
    },
    {
      name: "chown does not create it",
      text: "FROM python:3.11-slim\nRUN mkdir /data && chown app /data\nUSER «app»\n",
      findings: [
        {
          message: "user",
          fixes: [{ text: `FROM python:3.11-slim\n${create("app")}RUN mkdir /data && chown app /data\nUSER app\n` }],
        },
      ],
    },
    {
      name: "Alpine, lower case, CRLF",
      text: "from python:3.11-alpine\r\nuser «app»\r\n",
      findings: [
        {
          message: "user",
          fixes: [
            { text: "from python:3.11-alpine\r\nrun adduser -D -H -u 10001 -s /sbin/nologin app\r\nuser app\r\n" },
            { text: "from python:3.11-alpine\r\nuser 10001\r\n" },
          ],
        },
      ],
    },
    {
      name: "a group that is missing",
      text: "FROM python:3.11-slim\nRUN useradd app\nUSER «app:web»\n",
      findings: [
        {
          message: "group",
          says: ["the group web"],
          fixes: [
            { title: "Leave the group out: USER app", text: "FROM python:3.11-slim\nRUN useradd app\nUSER app\n" },
          ],
        },
      ],
    },
    {
      name: "user and group are missing",
      text: "FROM python:3.11-slim\nUSER «app:web»\n",
      findings: [
        {
          message: "user",
          fixes: [
            { text: `FROM python:3.11-slim\n${create("app")}USER app\n` },
            { text: "FROM python:3.11-slim\nUSER 10001\n" },
          ],
        },
      ],
    },
    {
      name: "a group has the name: useradd would refuse it",
      text: "FROM python:3.11-slim\nRUN groupadd app\nUSER «app»\n",
      findings: [{ message: "user", fixes: [{ text: "FROM python:3.11-slim\nRUN groupadd app\nUSER 10001\n" }] }],
    },
    {
      name: "a variable with a value: the author decides",
      text: "FROM python:3.11-slim\nARG WHO=app\nUSER «$WHO»\n",
      findings: [{ message: "user", says: ["app"] }],
    },
    {
      name: "named twice: said once",
      text: "FROM python:3.11-slim\nUSER «ghost»\nRUN true\nUSER root\nRUN true\nUSER ghost\n",
      findings: [
        {
          message: "user",
          fixes: [
            {
              text: `FROM python:3.11-slim\n${create("ghost")}USER ghost\nRUN true\nUSER root\nRUN true\nUSER ghost\n`,
            },
          ],
        },
      ],
    },
  ],
});
